/** What every app shares: command line, settings, exit codes, a clean stop, Kafka client settings, health and metrics. */
@NullMarked
package io.kstash.app;

import org.jspecify.annotations.NullMarked;
