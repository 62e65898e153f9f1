/** Options of plugins that are settings of Kafka's clients. */
@NullMarked
package io.kstash.transformer.client;

import org.jspecify.annotations.NullMarked;
