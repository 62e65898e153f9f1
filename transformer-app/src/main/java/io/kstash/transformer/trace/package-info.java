/** A record's way through a running pipeline, found again in Kafka and in the files. */
@NullMarked
package io.kstash.transformer.trace;

import org.jspecify.annotations.NullMarked;
