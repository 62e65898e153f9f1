package io.kstash.transformer.output;

import io.kstash.event.Template;
import io.kstash.plugin.Codec;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;

/**
 * {@code file}: appends events to files, each once.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-file">Logstash's file output</a>
 */
public final class FileOutputFactory implements PluginFactory<Output> {
    private static final Option<Template> PATH =
            Option.required("path", OptionType.PATH_TEMPLATE, "The file; %{…} is filled from the event.");
    private static final Option<Codec> CODEC =
            Option.withDefault("codec", OptionType.OUTPUT_CODEC, "json_lines", "How an event becomes bytes.");
    private static final PluginSpec SPEC = PluginSpec.of(
            PluginKind.OUTPUT,
            "file",
            "Appends to files.",
            PATH,
            CODEC,
            Option.optional("flush_interval", OptionType.NUMBER, "Accepted; lines are on disk within 100 ms."),
            Option.optional("stale_cleanup_interval", OptionType.NUMBER, "Accepted; idle files are closed."),
            Option.optional("create_if_deleted", OptionType.BOOLEAN, "Accepted; see the guide on operations."),
            Option.withDefault(
                    "write_behavior",
                    OptionType.oneOf("append"),
                    "append",
                    "Only append: a file is a copy of a topic."),
            Option.unsupported("gzip", "compress the file when it is rotated"),
            Option.unsupported("dir_mode", "set the umask of the process"),
            Option.unsupported("file_mode", "set the umask of the process"),
            Option.unsupported("filename_failure", "such events go to _filepath_failures"));

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Output create(Options options) {
        Template path = options.get(PATH);
        if (path.toString().isBlank() || path.toString().startsWith("%{")) {
            throw new InvalidOptionException(
                    PATH, "must start with a folder that no event decides, such as /var/log/%{app}.log");
        }
        Codec codec = options.get(CODEC);
        return new FileOutput(path, codec);
    }
}
