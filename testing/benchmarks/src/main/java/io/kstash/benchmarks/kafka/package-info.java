/** The Kafka of the benchmarks: a process of its own, its topics, and what is in them. */
@NullMarked
package io.kstash.benchmarks.kafka;

import org.jspecify.annotations.NullMarked;
