package io.kstash.app;

import java.io.PrintStream;
import java.util.Map;

/**
 * What the runtime hands to a command.
 *
 * @param out standard output, UTF-8, flushed at each line
 * @param err standard error, for messages to a person
 * @param stop asks the command to end
 * @param clientSettings for the Kafka clients, from the environment and the {@code --config} file
 */
public record AppContext(PrintStream out, PrintStream err, StopSignal stop, Map<String, String> clientSettings) {
    /** Without values: among them are passwords. */
    @Override
    public String toString() {
        return "AppContext" + clientSettings.keySet();
    }
}
