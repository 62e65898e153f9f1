package io.kstash.transformer.input;

import io.kstash.plugin.Codec;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import io.kstash.transformer.input.FileInput.Completion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * {@code file}: reads files from their beginning to their end.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-inputs-file">Logstash's file input</a>
 */
public final class FileInputFactory implements PluginFactory<Input> {
    private static final String LOG = "log";
    private static final String LOG_AND_DELETE = "log_and_delete";
    private static final String READ = "read";

    private static final Option<List<String>> PATH =
            Option.required("path", OptionType.PATHS, "The files, with * and ** for any name and any folders.");
    private static final Option<List<String>> EXCLUDE = Option.withDefault(
            "exclude", OptionType.STRINGS, List.of(), "Names of files, without their folders, to leave out.");
    private static final Option<String> MODE = Option.withDefault(
            "mode", OptionType.oneOf("tail", READ), "tail", "Only read is supported, and has to be given.");
    private static final Option<Boolean> EXIT_AFTER_READ = Option.withDefault(
            "exit_after_read", OptionType.BOOLEAN, "false", "Whether it ends once all files are read.");
    private static final Option<Path> SINCEDB_PATH = Option.optional(
            "sincedb_path",
            OptionType.PATH,
            "The file that remembers how far each file is read; /dev/null is for none.");
    private static final Option<String> FILE_COMPLETED_ACTION = Option.withDefault(
            "file_completed_action",
            OptionType.oneOf("delete", LOG, LOG_AND_DELETE),
            "delete",
            "What happens to a file that is read.");
    private static final Option<Path> FILE_COMPLETED_LOG_PATH =
            Option.optional("file_completed_log_path", OptionType.PATH, "The file that lists the files that are read.");
    private static final Option<String> DELIMITER =
            Option.withDefault("delimiter", OptionType.STRING, "\n", "What ends a line.");
    private static final Option<Codec> CODEC =
            Option.withDefault("codec", OptionType.INPUT_CODEC, "plain", "How a line becomes events.");

    private static final PluginSpec SPEC = PluginSpec.of(
            PluginKind.INPUT,
            "file",
            "Reads files to their end.",
            PATH,
            EXCLUDE,
            MODE,
            EXIT_AFTER_READ,
            SINCEDB_PATH,
            FILE_COMPLETED_ACTION,
            FILE_COMPLETED_LOG_PATH,
            DELIMITER,
            CODEC,
            EcsCompatibility.OPTION,
            accepted("stat_interval", "files are looked for every second"),
            accepted("discover_interval", "files are looked for every second"),
            accepted("start_position", "mode read starts at the beginning"),
            accepted("max_open_files", "one file is read at a time"),
            accepted("sincedb_write_interval", "the position is kept with each chunk that is written"),
            accepted("file_chunk_size", "files are read in chunks of 256 KiB"),
            accepted("file_chunk_count", "each file is read to its end before the next"),
            accepted("close_older", "a file is closed when it is read"),
            Option.unsupported("ignore_older", "leave old files out by their names, with exclude"),
            Option.unsupported("sincedb_clean_after", "delete the sincedb file to forget what was read"),
            Option.unsupported("check_archive_validity", "unpack archives first, for example with gunzip"),
            Option.unsupported("file_sort_by", "files are read in the order of their last change"),
            Option.unsupported("file_sort_direction", "files are read in the order of their last change"));

    private static Option<Object> accepted(String name, String why) {
        return Option.optional(name, OptionType.ANY, "Accepted without effect: " + why + ".");
    }

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Input create(Options options) {
        if (!options.get(MODE).equals(READ)) {
            throw new InvalidOptionException(
                    MODE,
                    "has to be read, for mode tail is not supported: write mode => read; to follow a file let Filebeat or"
                            + " rsyslog write to Kafka");
        }
        Codec codec = options.get(CODEC);
        return new FileInput(
                selection(options),
                options.get(EXIT_AFTER_READ),
                options.find(SINCEDB_PATH),
                completion(options),
                delimiter(options),
                codec,
                EcsCompatibility.isEnabled(options));
    }

    private static FileSelection selection(Options options) {
        try {
            return new FileSelection(options.get(PATH), options.get(EXCLUDE));
        } catch (PatternSyntaxException invalid) {
            Option<?> option = options.get(PATH).contains(invalid.getPattern()) ? PATH : EXCLUDE;
            throw new InvalidOptionException(
                    option,
                    "has wildcards that are not well formed: " + invalid.getPattern() + ": "
                            + invalid.getDescription());
        }
    }

    private static Completion completion(Options options) {
        String action = options.get(FILE_COMPLETED_ACTION);
        Optional<Path> log = options.find(FILE_COMPLETED_LOG_PATH);
        boolean logs = action.equals(LOG) || action.equals(LOG_AND_DELETE);
        if (logs && log.isEmpty()) {
            throw new InvalidOptionException(
                    FILE_COMPLETED_ACTION, "needs file_completed_log_path, the file that lists what is read");
        }
        return new Completion(log.filter(path -> logs), !action.equals(LOG));
    }

    private static byte[] delimiter(Options options) {
        byte[] delimiter = options.get(DELIMITER).getBytes(StandardCharsets.UTF_8);
        if (delimiter.length == 0) {
            throw new InvalidOptionException(DELIMITER, "must not be empty");
        }
        return delimiter;
    }
}
