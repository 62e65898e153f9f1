/** A page to look at a cluster and a pipeline: the {@code scripts/console} command. */
@NullMarked
package io.kstash.console;

import org.jspecify.annotations.NullMarked;
