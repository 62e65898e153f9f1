package io.kstash.codecs.dots;

import io.kstash.plugin.Codec;
import io.kstash.plugin.Decoder;
import io.kstash.plugin.Encoder;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;

/**
 * {@code dots}: a dot for each event, to see that events flow. It is for outputs only.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-codecs-dots">Logstash's dots codec</a>
 */
public final class DotsCodecFactory implements PluginFactory<Codec> {
    private static final PluginSpec SPEC =
            PluginSpec.of(PluginKind.CODEC, "dots", "A dot for each event; for outputs only.");

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Codec create(Options options) {
        return new DotsCodec();
    }

    private record DotsCodec() implements Codec {
        @Override
        public Decoder newDecoder() {
            throw new InvalidOptionException("dots is for outputs only; use plain, line, json or json_lines here");
        }

        @Override
        public Encoder newEncoder() {
            return event -> new byte[] {'.'};
        }
    }
}
