/** The console's way to Kafka: it reads, and changes nothing. */
@NullMarked
package io.kstash.console.kafka;

import org.jspecify.annotations.NullMarked;
