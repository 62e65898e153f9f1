package io.kstash.codecs.jsonlines;

import io.kstash.codecs.json.JsonCodecFactory;
import io.kstash.codecs.json.JsonLinesCodec;
import io.kstash.codecs.line.Delimiter;
import io.kstash.codecs.text.PayloadText;
import io.kstash.plugin.Codec;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;

/**
 * {@code json_lines}: each line is an object or an array of them; an event is written as an object and the delimiter.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-codecs-json_lines">Logstash's json_lines
 *     codec</a>
 */
public final class JsonLinesCodecFactory implements PluginFactory<Codec> {
    private static final PluginSpec SPEC = PluginSpec.of(
            PluginKind.CODEC,
            "json_lines",
            "Each line is a JSON object.",
            Delimiter.OPTION,
            JsonCodecFactory.TARGET,
            PayloadText.CHARSET,
            EcsCompatibility.OPTION);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Codec create(Options options) {
        return new JsonLinesCodec(PayloadText.of(options), JsonCodecFactory.target(options), Delimiter.of(options));
    }
}
