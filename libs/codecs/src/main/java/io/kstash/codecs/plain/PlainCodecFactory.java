package io.kstash.codecs.plain;

import io.kstash.codecs.line.LineCodecFactory;
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
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * {@code plain}: a payload is the message; an event is written as its {@code format} says, with nothing between events.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-codecs-plain">Logstash's plain codec</a>
 */
public final class PlainCodecFactory implements PluginFactory<Codec> {
    private static final PluginSpec SPEC = PluginSpec.of(
            PluginKind.CODEC,
            "plain",
            "A payload is the message.",
            Format.OPTION,
            PayloadText.CHARSET,
            EcsCompatibility.OPTION);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Codec create(Options options) {
        return new PlainCodec(
                PayloadText.of(options),
                OriginalField.of(options),
                Format.of(options),
                LineCodecFactory.reading(PayloadText.of(options)));
    }

    private record PlainCodec(PayloadText text, OriginalField original, Function<Event, String> format, Codec forStream)
            implements Codec {
        @Override
        public Decoder newDecoder() {
            return new MessageDecoder(text, original);
        }

        @Override
        public Encoder newEncoder() {
            return event -> format.apply(event).getBytes(StandardCharsets.UTF_8);
        }
    }
}
