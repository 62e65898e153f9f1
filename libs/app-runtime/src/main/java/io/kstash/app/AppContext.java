package io.kstash.app;

import java.io.PrintStream;
import java.util.Map;

/**
 * What the runtime hands to a command.
 *
 * @param out standard output, UTF-8, flushed at each line
 * @param err standard error, for messages to a person
 * @param stop asks the command to end
 * @param clientSettings the keys of the {@code --config} file that are for the Kafka clients
 */
public record AppContext(PrintStream out, PrintStream err, StopSignal stop, Map<String, String> clientSettings) {}
