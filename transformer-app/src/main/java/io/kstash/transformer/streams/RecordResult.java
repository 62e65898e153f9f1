package io.kstash.transformer.streams;

import io.kstash.engine.StageFailure;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What the pipeline makes of a record: what is to be sent, or why it fails. All or nothing: where one of a record's events
 * fails, none of them is sent, so that the record is either delivered or a dead letter, and can be sent again.
 *
 * @param records to send, in order; none where it failed
 * @param emitted how many events there are for an output at least
 * @param dropped how many events a filter dropped; a record that holds no event counts as one
 * @param notSelected how many events are for no output
 * @param failure why the record is a dead letter
 */
public record RecordResult(
        List<Record<byte[], OutgoingRecord>> records,
        int emitted,
        int dropped,
        int notSelected,
        Optional<StageFailure> failure) {
    static RecordResult failed(StageFailure failure) {
        return new RecordResult(List.of(), 0, 0, 0, Optional.of(failure));
    }
}
