/** The uuid filter: a random identifier for an event. */
@NullMarked
package io.kstash.filters.uuid;

import org.jspecify.annotations.NullMarked;
