package io.kstash.producer;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Says in a user's words why Kafka did not take a record, and what to do. */
final class SendFailure {
    private SendFailure() {}

    /** Kafka's reason and the advice, for example for a {@link RecordTooLargeException}. */
    static String explain(Exception failure) {
        String reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return reason.replaceAll("[.\\s]+$", "") + ". " + advice(failure);
    }

    private static String advice(Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            return "Make the record smaller, or raise max.request.size (--config) and the topic's max.message.bytes";
        }
        if (failure instanceof TimeoutException) {
            return "Check that Kafka runs and is reachable, or raise delivery.timeout.ms (--config)";
        }
        if (failure instanceof UnknownTopicOrPartitionException) {
            return "The topic was deleted: start again to create it";
        }
        return "Send the record again; --debug shows what the Kafka client did";
    }
}
