package io.kstash.codecs;

import io.kstash.codecs.dots.DotsCodecFactory;
import io.kstash.codecs.json.JsonCodecFactory;
import io.kstash.codecs.jsonlines.JsonLinesCodecFactory;
import io.kstash.codecs.line.LineCodecFactory;
import io.kstash.codecs.plain.PlainCodecFactory;
import io.kstash.codecs.rubydebug.RubydebugCodecFactory;
import io.kstash.plugin.Codec;
import io.kstash.plugin.PluginFactory;
import java.util.List;

/** The codecs that kstash has. A new one is a package of its own and a line here. */
public final class Codecs {
    private Codecs() {}

    public static List<PluginFactory<Codec>> all() {
        return List.of(
                new DotsCodecFactory(),
                new JsonCodecFactory(),
                new JsonLinesCodecFactory(),
                new LineCodecFactory(),
                new PlainCodecFactory(),
                new RubydebugCodecFactory());
    }
}
