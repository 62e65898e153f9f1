/** Events to a topic, at a steady rate: the {@code scripts/producer} command. */
@NullMarked
package io.kstash.producer;

import org.jspecify.annotations.NullMarked;
