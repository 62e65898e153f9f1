package io.kstash.benchmarks.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a process is started.
 *
 * @param command with its arguments
 * @param environment what is added to that of this process
 * @param output the file that takes what it prints on standard output; empty for its log
 */
public record ProcessSpec(List<String> command, Map<String, String> environment, Optional<Path> output) {
    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** One that only has arguments. */
    public static ProcessSpec of(List<String> command) {
        return new ProcessSpec(command, Map.of(), Optional.empty());
    }

    /** A Java program of the benchmarks' own class path, with as much memory as the transformer gets. */
    public static ProcessSpec java(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dkstash.endsWithParent=true",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        return of(command);
    }

    /** One of the launchers in {@code scripts/}, which ends with this process. */
    public static ProcessSpec launcher(Path script, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(arguments);
        return new ProcessSpec(command, Map.of("KSTASH_CHILD", "true"), Optional.empty());
    }
}
