package io.kstash.codecs.rubydebug;

import io.kstash.event.Event;
import io.kstash.plugin.Codec;
import io.kstash.plugin.Decoder;
import io.kstash.plugin.Encoder;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code rubydebug}: an event over several lines, for people to read. It is for outputs only.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-codecs-rubydebug">Logstash's rubydebug
 *     codec</a>
 */
public final class RubydebugCodecFactory implements PluginFactory<Codec> {
    private static final Option<Boolean> METADATA =
            Option.withDefault("metadata", OptionType.BOOLEAN, "false", "Whether the metadata is printed too.");
    private static final PluginSpec SPEC =
            PluginSpec.of(PluginKind.CODEC, "rubydebug", "An event for people to read; for outputs only.", METADATA);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Codec create(Options options) {
        return new RubydebugCodec(options.get(METADATA));
    }

    private record RubydebugCodec(boolean withMetadata) implements Codec {
        @Override
        public Decoder newDecoder() {
            throw new InvalidOptionException("rubydebug is for outputs only; use plain, line, json or json_lines here");
        }

        @Override
        public Encoder newEncoder() {
            return event -> (AwesomeText.of(fields(event)) + "\n").getBytes(StandardCharsets.UTF_8);
        }

        private Map<String, @Nullable Object> fields(Event event) {
            if (!withMetadata || event.metadata().isEmpty()) {
                return event.fields();
            }
            Map<String, @Nullable Object> all = new LinkedHashMap<>(event.fields());
            all.put(Event.METADATA, event.metadata());
            return all;
        }
    }
}
