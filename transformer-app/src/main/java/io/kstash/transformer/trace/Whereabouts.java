package io.kstash.transformer.trace;

import io.kstash.delivery.file.IndexedLine;
import io.kstash.ledger.LedgerEntry;
import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.Outcome;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.streams.DeadLetterHeaders;
import io.kstash.transformer.streams.Origin;
import io.kstash.transformer.streams.OwnTopics;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Prints what the running pipeline made of a record: its ledger entry, and each record and line that was written. */
final class Whereabouts {
    private static final String INDENT = "    ";

    private final LoadedPipeline loaded;
    private final OwnTopics topics;
    private final WrittenRecords written;
    private final PrintStream out;

    Whereabouts(LoadedPipeline loaded, WrittenRecords written, PrintStream out) {
        this.loaded = loaded;
        this.topics = OwnTopics.of(loaded.name());
        this.written = written;
        this.out = out;
    }

    void tell(Origin record) {
        Optional<ConsumerRecord<byte[], byte[]>> found = written.ledgerEntry(topics.ledger(), record);
        if (found.isEmpty()) {
            out.println("What became of it: nothing yet, no entry of ledger " + topics.ledger() + " covers it");
            return;
        }
        LedgerEntry entry = WrittenRecords.entry(found.get());
        out.println("What became of it, by ledger " + coordinates(found.get()) + " of "
                + Instant.ofEpochMilli(found.get().timestamp()) + ", "
                + (entry.pipelineVersion().equals(loaded.version()) ? "this" : "another")
                + " version of the pipeline:");
        entry.outcomeOf(record.offset())
                .ifPresentOrElse(
                        outcome -> tell(record, outcome),
                        () -> line(
                                "the entry passes it over: it was lost in the transformer; ask scripts/consumer audit"));
    }

    private void tell(Origin record, Outcome outcome) {
        int index = 0;
        for (Outcome.Emitted emitted : outcome.events()) {
            for (int i = 0; i < emitted.count(); i++) {
                tellEvent(record, index, emitted);
                index++;
            }
        }
        if (outcome.dropped() > 0) {
            line(outcome.dropped() == 1 ? "an event was dropped" : outcome.dropped() + " events were dropped");
        }
        for (int i = 0; i < outcome.deadLetters(); i++) {
            tellDeadLetter(record, i);
        }
        if (outcome.events().isEmpty() && outcome.dropped() == 0 && outcome.deadLetters() == 0) {
            line("the codec made no event of it");
        }
    }

    private void tellEvent(Origin record, int index, Outcome.Emitted emitted) {
        if (emitted.outputs().isEmpty()) {
            line("event " + index + " went to no output: no condition selected one");
        }
        for (LedgerOutput output : emitted.outputs()) {
            line("event " + index + " went to " + output + ": " + place(record, index, output));
        }
    }

    private String place(Origin record, int index, LedgerOutput output) {
        return switch (output.kind()) {
            case TOPIC -> recordIn(output.name(), record, index, output);
            case STDOUT -> "delivery " + recordIn(topics.deliveries(), record, index, output);
            case FILE ->
                "delivery " + recordIn(topics.deliveries(), record, index, output) + ", "
                        + lineOf(output, record, index);
        };
    }

    private String recordIn(String topic, Origin record, int index, LedgerOutput output) {
        return written.find(topic, output.id(), record, index)
                .map(Whereabouts::coordinates)
                .orElse("not in topic " + topic + " (expired, or lost: ask scripts/consumer audit)");
    }

    private static String lineOf(LedgerOutput output, Origin record, int index) {
        return WrittenLines.find(output, record, index)
                .map(Whereabouts::describe)
                .orElse("no line yet in a file of this machine");
    }

    private static String describe(IndexedLine line) {
        String place = "byte " + line.position() + " of " + line.file().getFileName();
        return WrittenLines.isInPlace(line)
                ? line.length() + " bytes at " + place
                : "written at " + place + ", where something else is now: scripts/consumer audit tells what happened";
    }

    private void tellDeadLetter(Origin record, int index) {
        line(written.find(topics.deadLetters(), "", record, index)
                .map(found -> "dead letter " + coordinates(found) + ": "
                        + WrittenRecords.header(found, DeadLetterHeaders.REASON).orElse("without a reason"))
                .orElse("a dead letter, which is not in topic " + topics.deadLetters() + " any more"));
    }

    private static String coordinates(ConsumerRecord<?, ?> found) {
        return Origin.of(found).toString();
    }

    private void line(String text) {
        out.println(INDENT + text);
    }
}
