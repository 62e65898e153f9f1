package io.kstash.codecs.json;

import io.kstash.codecs.line.LineSplitter;
import io.kstash.codecs.text.OriginalField;
import io.kstash.codecs.text.PayloadText;
import io.kstash.event.FieldReference;
import io.kstash.event.JsonBytes;
import io.kstash.plugin.Codec;
import io.kstash.plugin.Decoder;
import io.kstash.plugin.Encoder;
import java.util.Optional;

/** JSON objects in a stream of bytes, each ended by a delimiter. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record JsonLinesCodec(PayloadText text, Optional<FieldReference> target, byte[] delimiter) implements Codec {
    @Override
    public Decoder newDecoder() {
        LineSplitter splitter = new LineSplitter(delimiter);
        Decoder objects = newLineDecoder();
        return (payload, timestamp, events) -> splitter.split(payload, line -> objects.decode(line, timestamp, events));
    }

    @Override
    public Encoder newEncoder() {
        JsonBytes json = new JsonBytes();
        return event -> json.of(event.fields(), delimiter);
    }

    /** Unlike json, Logstash's json_lines does not keep the line as the original; see its stdin input. */
    @Override
    public Decoder newLineDecoder() {
        return new JsonEvents(text, OriginalField.none(), target);
    }
}
