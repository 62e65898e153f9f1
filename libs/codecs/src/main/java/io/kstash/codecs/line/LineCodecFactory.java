package io.kstash.codecs.line;

import io.kstash.codecs.text.Format;
import io.kstash.codecs.text.MessageDecoder;
import io.kstash.codecs.text.OriginalField;
import io.kstash.codecs.text.PayloadText;
import io.kstash.event.Event;
import io.kstash.plugin.Codec;
import io.kstash.plugin.Decoder;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Encoder;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * {@code line}: each line is a message; an event is written as its {@code format} says, and the delimiter.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-codecs-line">Logstash's line codec</a>
 */
public final class LineCodecFactory implements PluginFactory<Codec> {
    private static final PluginSpec SPEC = PluginSpec.of(
            PluginKind.CODEC,
            "line",
            "Each line is a message.",
            Format.OPTION,
            Delimiter.OPTION,
            PayloadText.CHARSET,
            EcsCompatibility.OPTION);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Codec create(Options options) {
        return new LineCodec(
                PayloadText.of(options), OriginalField.of(options), Format.of(options), Delimiter.of(options));
    }

    /** The codec that reads lines of such text, with Logstash's defaults for all else. */
    public static Codec reading(PayloadText text) {
        return new LineCodec(text, OriginalField.kept(), event -> "", new byte[] {'\n'});
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record LineCodec(PayloadText text, OriginalField original, Function<Event, String> format, byte[] delimiter)
            implements Codec {
        @Override
        public Decoder newDecoder() {
            LineSplitter splitter = new LineSplitter(delimiter);
            Decoder messages = newLineDecoder();
            return (payload, timestamp, events) ->
                    splitter.split(payload, line -> messages.decode(line, timestamp, events));
        }

        @Override
        public Decoder newLineDecoder() {
            return new MessageDecoder(text, original);
        }

        @Override
        public Encoder newEncoder() {
            return event -> {
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                line.writeBytes(format.apply(event).getBytes(StandardCharsets.UTF_8));
                line.writeBytes(delimiter);
                return line.toByteArray();
            };
        }
    }
}
