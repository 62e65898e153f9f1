package io.kstash.transformer.deadletters;

import io.kstash.delivery.DeliveryHeaders;
import io.kstash.transformer.streams.OutgoingRecord;
import io.kstash.transformer.streams.RecordResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * All that there is to know of a dead letter.
 *
 * @param sent whether it was sent back
 * @param presentVersion of the pipeline that assessed it
 */
record LetterPage(DeadLetter letter, boolean sent, String presentVersion, Assessment assessment) {
    private static final int MOST_SHOWN = 4_000;

    String text() {
        StringBuilder page = new StringBuilder();
        line(page, "dead letter", letter.at() + " of " + letter.since() + (sent ? ", was sent back" : ""));
        line(
                page,
                "record",
                letter.origin() + " of " + Instant.ofEpochMilli(letter.source().timestamp()));
        line(page, "stage", letter.stage());
        line(page, "place", letter.place());
        line(page, "reason", letter.reason());
        line(page, "pipeline", letter.pipelineVersion() + versions());
        line(page, "key", shown(letter.source().key()));
        for (Header header : letter.source().headers()) {
            line(page, "header", header.key() + ": " + shown(header.value()));
        }
        line(page, "value", shown(letter.source().value()));
        page.append('\n').append(prospect()).append('\n');
        assessment.result().ifPresent(result -> results(page, result));
        return page.toString();
    }

    private String versions() {
        return letter.pipelineVersion().equals(presentVersion) ? ", as now" : ", now " + presentVersion;
    }

    private String prospect() {
        return assessment
                .obstacle()
                .map(obstacle -> "It would not pass: " + obstacle)
                .orElse("It would pass the present pipeline:");
    }

    private void results(StringBuilder page, RecordResult result) {
        for (OutgoingRecord record : result.records()) {
            Header output = record.headers().lastHeader(DeliveryHeaders.OUTPUT);
            line(
                    page,
                    output == null ? "to topic" : "to output",
                    output == null ? record.topic() : shown(output.value()));
            line(page, "", shown(record.value()));
        }
        if (result.failure().isEmpty() && result.records().isEmpty()) {
            line(page, "", "nothing is sent: a filter drops it, or it is for no output");
        }
    }

    private static void line(StringBuilder page, String name, String text) {
        page.append(String.format(Locale.ROOT, "%-12s %s%n", name, text.stripTrailing()));
    }

    /** The beginning is enough to know a large value. */
    private static String shown(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "null";
        }
        String text = new String(bytes, 0, Math.min(bytes.length, MOST_SHOWN), StandardCharsets.UTF_8);
        return bytes.length > MOST_SHOWN ? text + "... (" + bytes.length + " bytes)" : text;
    }
}
