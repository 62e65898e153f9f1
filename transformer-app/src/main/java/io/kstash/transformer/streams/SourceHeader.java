package io.kstash.transformer.streams;

import io.kstash.ledger.Source;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** The header that tells of every record that a pipeline writes which record it was made of. */
final class SourceHeader {
    private SourceHeader() {}

    /** Sets it, in place of one that the record was read with. */
    static void set(Headers headers, Source source) {
        headers.remove(Source.HEADER);
        headers.add(Source.HEADER, source.toString().getBytes(StandardCharsets.UTF_8));
    }
}
