package io.kstash.consumer.audit;

import java.util.List;

/**
 * What became of the records of a producer or a partition; all are numbers of records.
 *
 * @param name of the producer or partition
 * @param sent those in the input topic that the audit is about
 * @param redriven those of them that were a dead letter before
 * @param transformed those that the ledger accounts for
 * @param delivered for each output, those that it selected and that are there with all their events
 * @param dropped those that a filter dropped, or of which the codec made no event
 * @param notSelected those that no output selected
 * @param deadLetters those that are, or have, a dead letter
 * @param lost those that are missing somewhere
 * @param doubled those that are somewhere more than once
 * @param outOfOrder those that are somewhere behind a later one
 * @param inFlight those that are on their way
 * @param latency from the record's timestamp to the commit of what was made of it
 */
record Row(
        String name,
        long sent,
        long redriven,
        long transformed,
        List<Long> delivered,
        long dropped,
        long notSelected,
        long deadLetters,
        long lost,
        long doubled,
        long outOfOrder,
        long inFlight,
        Latency latency) {}
