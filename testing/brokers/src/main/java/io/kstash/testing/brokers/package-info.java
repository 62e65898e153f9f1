/** Kafka for tests. */
@NullMarked
package io.kstash.testing.brokers;

import org.jspecify.annotations.NullMarked;
