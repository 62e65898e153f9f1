package io.kstash.console.records;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as a page shows it.
 *
 * @param timestamp milliseconds since the epoch
 * @param timestampType whether the producer or the broker set it
 */
public record RecordView(
        int partition,
        long offset,
        long timestamp,
        String timestampType,
        @Nullable BytesView key,
        @Nullable BytesView value,
        List<HeaderView> headers) {
    private static final int KEY_BYTES = 1024;

    /** A header; the same name may come more than once. */
    public record HeaderView(String name, @Nullable BytesView value) {}

    /** @param most how many bytes of the value are shown */
    static RecordView of(ConsumerRecord<byte[], byte[]> message, int most) {
        List<HeaderView> headers = new ArrayList<>();
        for (Header header : message.headers()) {
            headers.add(new HeaderView(header.key(), BytesView.of(header.value(), KEY_BYTES)));
        }
        return new RecordView(
                message.partition(),
                message.offset(),
                message.timestamp(),
                message.timestampType().name,
                BytesView.of(message.key(), KEY_BYTES),
                BytesView.of(message.value(), most),
                headers);
    }

    /** The text of the last header of a name, or an empty one. */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .map(HeaderView::value)
                .reduce((first, second) -> second)
                .map(BytesView::text)
                .orElse("");
    }
}
