/** The dissect filter: a text becomes fields at the delimiters that a mapping names. */
@NullMarked
package io.kstash.filters.dissect;

import org.jspecify.annotations.NullMarked;
