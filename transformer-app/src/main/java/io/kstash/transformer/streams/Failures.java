package io.kstash.transformer.streams;

import io.kstash.app.AppContext;
import io.kstash.app.AppException;
import io.kstash.app.FailedException;
import io.kstash.app.KafkaRefusal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a thread of Kafka Streams that failed: one that Kafka let down is replaced and goes on with what
 * was committed; any other failure ends the app. Thread-safe.
 */
final class Failures {
    private final AppContext app;
    private final AtomicReference<@Nullable AppException> first = new AtomicReference<>();

    Failures(AppContext app) {
        this.app = app;
    }

    /**
     * For {@code KafkaStreams.setUncaughtExceptionHandler}.
     *
     * @param refusals explains what Kafka refused to the group whose thread failed
     */
    StreamThreadExceptionResponse handle(Throwable failure, KafkaRefusal refusals) {
        if (passes(failure)) {
            app.err().println("Kafka failed, going on with what was committed: " + rootMessage(failure));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        end(refusals.explain(failure).orElseGet(() -> explain(failure)));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Ends the app with this failure, or with one that came before. */
    void end(AppException failure) {
        first.compareAndSet(null, failure);
        app.stop().request();
    }

    /** Why the app has to end; empty if it was merely asked to. */
    Optional<AppException> first() {
        return Optional.ofNullable(first.get());
    }

    private static boolean passes(Throwable failure) {
        return has(failure, RetriableException.class)
                || has(failure, ProducerFencedException.class)
                || has(failure, InvalidProducerEpochException.class)
                // Kafka aborted the transaction of a thread that it had not heard of for long (KAFKA-19690).
                || has(failure, InvalidTxnStateException.class);
    }

    private static FailedException explain(Throwable failure) {
        if (has(failure, InconsistentGroupProtocolException.class)) {
            return new FailedException(
                    "The pipeline's group_id has members that are no transformers, such as a Logstash: stop them, then"
                            + " start the transformer, which goes on where they stopped",
                    failure);
        }
        if (failure instanceof MissingSourceTopicException) {
            return new FailedException(
                    "A topic that the pipeline reads was deleted; create it again, then start the transformer",
                    failure);
        }
        return new FailedException("Kafka Streams failed: " + rootMessage(failure), failure);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
