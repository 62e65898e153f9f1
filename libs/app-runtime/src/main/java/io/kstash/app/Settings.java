package io.kstash.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings below the command line: environment variables, then the {@code --config} file.
 *
 * @param environment the process's environment
 * @param options from the file, option names without dashes ({@code bootstrap-server}) to values
 * @param clientSettings for the Kafka clients: all other keys of the file, and the {@code KSTASH_KAFKA_} variables, which win
 * @param file where the file is, for messages
 */
record Settings(
        Map<String, String> environment,
        Map<String, String> options,
        Map<String, String> clientSettings,
        @Nullable Path file) {
    private static final String OUR_PREFIX = "kstash.";

    /** The option {@code --kafka-port} of {@code up}, whose apps inherit its environment. */
    private static final String KAFKA_PORT = "KSTASH_KAFKA_PORT";

    /** What a name of a setting looks like; anything else is a line that went wrong, and may be a part of a secret. */
    private static final Pattern SETTING_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

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
        environment.forEach((variable, value) -> {
            if (isClientSetting(variable) && !value.isEmpty()) { // Compose files pass on what is not set as empty.
                KafkaSettingNames.ofVariable(variable).ifPresent(name -> clientSettings.put(name, value));
            }
        });
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

    /** Refuses what is no setting of Kafka's clients for sure: {@code KSTASH_KAFKA_} variables, and broken lines. */
    void refuseImpossibleClientSettings() {
        if (!clientSettings.keySet().stream().allMatch(SETTING_NAME.asMatchPredicate())) {
            throw new UsageException("A line of " + file + " is no setting: a value that goes over several lines needs"
                    + " a backslash at the end of each but the last");
        }
        for (String variable : new TreeSet<>(environment.keySet())) {
            if (isClientSetting(variable)
                    && KafkaSettingNames.ofVariable(variable).isEmpty()) {
                String name = variable.substring(KafkaSettingNames.VARIABLE_PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.');
                throw new UsageException("Environment variable " + variable + ": Kafka's clients have no setting "
                        + KafkaSettingNames.nearest(name)
                                .map(near -> name + "; did you mean " + KafkaSettingNames.variable(near) + "?")
                                .orElse(name + "; a setting of a plug-in goes into the --config file"));
            }
        }
    }

    /** A message for each key of the file that Kafka's clients do not know: it may be a plug-in's, or a slip. */
    List<String> unknownClientSettings() {
        return clientSettings.keySet().stream()
                .filter(name -> !KafkaSettingNames.isKnown(name))
                .map(this::unknown)
                .toList();
    }

    private String unknown(String name) {
        return "Kafka's clients have no setting " + name + " (in " + file + ")"
                + KafkaSettingNames.nearest(name)
                        .map(near -> ": did you mean " + near + "?")
                        .orElse("; it has an effect only if a plug-in of theirs reads it");
    }

    private static boolean isClientSetting(String variable) {
        return variable.startsWith(KafkaSettingNames.VARIABLE_PREFIX) && !variable.equals(KAFKA_PORT);
    }

    /** Without values: among them are passwords. */
    @Override
    public String toString() {
        return "Settings" + options.keySet() + clientSettings.keySet();
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
