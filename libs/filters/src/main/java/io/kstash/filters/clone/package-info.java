/** The clone filter: an event gets company of copies of it. */
@NullMarked
package io.kstash.filters.clone;

import org.jspecify.annotations.NullMarked;
