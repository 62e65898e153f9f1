/**
 * From a topic to destinations outside of Kafka. The topic holds what is to be written, byte for byte; {@link
 * io.kstash.delivery.Delivery} follows it, and each {@link io.kstash.delivery.Destination} knows how far it is.
 */
@NullMarked
package io.kstash.delivery;

import org.jspecify.annotations.NullMarked;
