package io.kstash.fuzz;

import io.kstash.event.EventException;
import io.kstash.event.JsonWriter;
import io.kstash.event.Timestamp;
import io.kstash.language.source.PipelineSource;
import io.kstash.plugin.Codec;
import io.kstash.plugin.Decoder;
import io.kstash.plugin.Encoder;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.output.KafkaOutput;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Payloads that are not what a codec expects, and back what came of them. */
final class CodecTarget implements Target {
    private static final List<String> DECODING =
            List.of("plain", "line", "json", "json_lines", "json { target => \"t\" }");
    private static final List<String> ENCODING = List.of(
            "plain", "line", "json", "json_lines", "rubydebug", "dots", "line { format => \"%{message} %{+YYYY}\" }");

    private final Corpus corpus;
    private final List<Codec> decoding =
            DECODING.stream().map(CodecTarget::ofInput).toList();
    private final List<Encoder> encoding =
            ENCODING.stream().map(CodecTarget::ofOutput).map(Codec::newEncoder).toList();

    CodecTarget(Corpus corpus) {
        this.corpus = corpus;
    }

    private static Codec ofInput(String codec) {
        return Stream.of("input { kafka { codec => " + codec + " } }")
                .map(text -> new PipelineLoader(Map.of(), true).check(PipelineSource.of("codec.conf", text)))
                .map(result -> ((KafkaInput)
                        result.pipeline().orElseThrow().inputs().get(0).input()))
                .findFirst()
                .orElseThrow()
                .codec();
    }

    private static Codec ofOutput(String codec) {
        return Stream.of("output { kafka { topic_id => \"topic\" codec => " + codec + " } }")
                .map(text -> new PipelineLoader(Map.of(), true).check(PipelineSource.of("codec.conf", text)))
                .map(result -> ((KafkaOutput)
                        result.pipeline().orElseThrow().outputs().get(0).output()))
                .findFirst()
                .orElseThrow()
                .codec();
    }

    @Override
    public String name() {
        return "codecs";
    }

    @Override
    public Attempt attempt(Random random) {
        Codec codec = decoding.get(random.nextInt(decoding.size()));
        byte[] payload =
                new Mutator(random).bytes(JsonWriter.utf8(corpus.any(random).events()));
        return new Attempt(codec + " " + HexFormat.of().formatHex(payload), () -> {
            Decoder decoder = codec.newDecoder();
            decoder.decode(
                    payload,
                    Timestamp.now(),
                    event -> encoding.forEach(encoder -> {
                        try {
                            encoder.encode(event);
                        } catch (EventException deadLetter) {
                            // As promised.
                        }
                    }));
        });
    }
}
