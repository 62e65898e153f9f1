/** A topic to the terminal: the {@code scripts/consumer} command. */
@NullMarked
package io.kstash.consumer;

import org.jspecify.annotations.NullMarked;
