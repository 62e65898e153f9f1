/** Records that a pipeline could not work on, by what was wrong with them. */
@NullMarked
package io.kstash.console.deadletters;

import org.jspecify.annotations.NullMarked;
