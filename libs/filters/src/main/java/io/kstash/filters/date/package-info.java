/** The date filter: a text or number becomes a timestamp. */
@NullMarked
package io.kstash.filters.date;

import org.jspecify.annotations.NullMarked;
