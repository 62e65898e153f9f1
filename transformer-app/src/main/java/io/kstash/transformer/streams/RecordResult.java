package io.kstash.transformer.streams;

import io.kstash.engine.StageFailure;
import io.kstash.ledger.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What the pipeline makes of a record: what is to be sent, or why it fails. All or nothing: where one of a record's events
 * fails, none of them is sent, so that the record is either delivered or a dead letter, and can be sent again.
 *
 * @param records to send, in order; none where it failed
 * @param outcome for the ledger
 * @param drops why events were dropped, one for each
 * @param failure why the record is a dead letter
 */
public record RecordResult(
        List<OutgoingRecord> records, Outcome outcome, List<String> drops, Optional<StageFailure> failure) {}
