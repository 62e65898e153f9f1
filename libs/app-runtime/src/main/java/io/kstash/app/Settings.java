package io.kstash.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings below the command line: environment variables, then the {@code --config} file.
 *
 * @param environment the process's environment
 * @param options from the file, option names without dashes ({@code bootstrap-server}) to values
 * @param clientSettings all other keys of the file, for the Kafka clients
 * @param file where the file is, for messages
 */
record Settings(
        Map<String, String> environment,
        Map<String, String> options,
        Map<String, String> clientSettings,
        @Nullable Path file) {
    private static final String OUR_PREFIX = "kstash.";

    /** Reads the file, if one is given. */
    static Settings read(Map<String, String> environment, @Nullable Path file) {
        Map<String, String> options = new TreeMap<>();
        Map<String, String> clientSettings = new TreeMap<>();
        if (file != null) {
            properties(file).forEach((key, value) -> {
                if (key.startsWith(OUR_PREFIX)) {
                    options.put(key.substring(OUR_PREFIX.length()), value);
                } else {
                    clientSettings.put(key, value);
                }
            });
        }
        return new Settings(environment, options, clientSettings, file);
    }

    /** The value for an option that the command line does not give, or null. */
    @Nullable String value(String option) {
        String fromEnvironment = environment.get(environmentVariable(option));
        return fromEnvironment != null ? fromEnvironment : options.get(option);
    }

    /** Where {@link #value} comes from, for messages. */
    String origin(String option) {
        String variable = environmentVariable(option);
        return environment.containsKey(variable) ? variable : OUR_PREFIX + option + " in " + file;
    }

    /** Refuses keys of ours that no command of this app knows. */
    void refuseUnknown(Collection<String> known) {
        for (String option : options.keySet()) {
            if (!known.contains(option)) {
                throw new UsageException("Unknown key " + OUR_PREFIX + option + " in " + file
                        + NearestName.of(option, known)
                                .map(name -> ": did you mean " + OUR_PREFIX + name + "?")
                                .orElse(": this app has no option --" + option));
            }
        }
    }

    private static String environmentVariable(String option) {
        return "KSTASH_" + option.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new UsageException("No such file: " + file + " (given with --config)", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("Cannot read " + file + " (given with --config): " + e.getMessage(), e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
