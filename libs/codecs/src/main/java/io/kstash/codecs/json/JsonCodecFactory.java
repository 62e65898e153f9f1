package io.kstash.codecs.json;

import io.kstash.codecs.text.OriginalField;
import io.kstash.codecs.text.PayloadText;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldReferenceException;
import io.kstash.event.JsonBytes;
import io.kstash.plugin.Codec;
import io.kstash.plugin.Decoder;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Encoder;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.Optional;

/**
 * {@code json}: a payload is an object or an array of them; an event is written as an object, with nothing between
 * events.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-codecs-json">Logstash's json codec</a>
 */
public final class JsonCodecFactory implements PluginFactory<Codec> {
    /** Where the decoded fields go. */
    public static final Option<String> TARGET = Option.optional(
            "target",
            OptionType.STRING,
            "The field under which the decoded fields are put; else they are put at the top.");

    private static final PluginSpec SPEC = PluginSpec.of(
            PluginKind.CODEC,
            "json",
            "A payload is a JSON object, or an array of them.",
            TARGET,
            PayloadText.CHARSET,
            EcsCompatibility.OPTION);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Codec create(Options options) {
        return new JsonCodec(
                new JsonEvents(PayloadText.of(options), OriginalField.of(options), target(options)),
                inLines(PayloadText.of(options)));
    }

    /** In a stream Logstash puts json_lines in this codec's place, and takes over the character encoding only. */
    private static Codec inLines(PayloadText text) {
        return new JsonLinesCodec(text, Optional.empty(), new byte[] {'\n'});
    }

    /** The field of {@link #TARGET}. */
    public static Optional<FieldReference> target(Options options) {
        try {
            return options.find(TARGET).map(FieldReference::of);
        } catch (FieldReferenceException invalid) {
            throw new InvalidOptionException(TARGET, String.valueOf(invalid.getMessage()));
        }
    }

    /** {@link JsonEvents} keeps nothing from one payload to the next, so one serves all. */
    private record JsonCodec(Decoder decoder, Codec forStream) implements Codec {
        @Override
        public Decoder newDecoder() {
            return decoder;
        }

        @Override
        public Encoder newEncoder() {
            JsonBytes json = new JsonBytes();
            return event -> json.of(event.fields());
        }
    }
}
