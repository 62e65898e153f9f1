/** The prune filter: fields go by their names and values. */
@NullMarked
package io.kstash.filters.prune;

import org.jspecify.annotations.NullMarked;
