/** The csv filter: a field that holds a line of CSV becomes fields. */
@NullMarked
package io.kstash.filters.csv;

import org.jspecify.annotations.NullMarked;
