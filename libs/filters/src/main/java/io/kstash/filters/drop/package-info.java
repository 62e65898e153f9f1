/** The drop filter: an event goes no further. */
@NullMarked
package io.kstash.filters.drop;

import org.jspecify.annotations.NullMarked;
