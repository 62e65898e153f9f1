/** Where events come from: Kafka, or a source on this machine. */
@NullMarked
package io.kstash.transformer.input;

import org.jspecify.annotations.NullMarked;
