/** A pipeline between topics: Kafka Streams, exactly once. */
@NullMarked
package io.kstash.transformer.streams;

import org.jspecify.annotations.NullMarked;
