/** A real Kafka (KRaft, the brokers are the controllers) in this JVM, on the loopback address, with its records in a folder. */
@NullMarked
package io.kstash.localkafka;

import org.jspecify.annotations.NullMarked;
