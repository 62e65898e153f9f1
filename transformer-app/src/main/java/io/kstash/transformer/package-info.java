/** Pipeline files on Kafka Streams: the command line and its commands. */
@NullMarked
package io.kstash.transformer;

import org.jspecify.annotations.NullMarked;
