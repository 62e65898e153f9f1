package io.kstash.console.records;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A text that is somewhere in the record. */
final class TextTerm implements RecordFilter.Term {
    private final String wanted;

    TextTerm(String wanted) {
        this.wanted = wanted.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean holdsFor(ConsumerRecord<byte[], byte[]> message) {
        return isIn(message.value())
                || isIn(message.key())
                || StreamSupport.stream(message.headers().spliterator(), false)
                        .anyMatch(header ->
                                header.key().toLowerCase(Locale.ROOT).contains(wanted) || isIn(header.value()));
    }

    private boolean isIn(byte @Nullable [] bytes) {
        return bytes != null
                && new String(bytes, StandardCharsets.UTF_8)
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
