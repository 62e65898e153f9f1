/** Where events go: Kafka, files, standard output. */
@NullMarked
package io.kstash.transformer.output;

import org.jspecify.annotations.NullMarked;
