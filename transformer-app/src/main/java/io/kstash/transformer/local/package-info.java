/** A pipeline without a Kafka input: its events come from this machine. */
@NullMarked
package io.kstash.transformer.local;

import org.jspecify.annotations.NullMarked;
