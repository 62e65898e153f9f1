/** The throttle filter: marks events that come too rarely or too often. */
@NullMarked
package io.kstash.filters.throttle;

import org.jspecify.annotations.NullMarked;
