/** The split filter: an event becomes one for each element of a list, or each part of a text. */
@NullMarked
package io.kstash.filters.split;

import org.jspecify.annotations.NullMarked;
