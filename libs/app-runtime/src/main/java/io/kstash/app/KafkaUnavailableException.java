package io.kstash.app;

/** Kafka did not answer at start, or refused the credentials: exit code 3. */
public final class KafkaUnavailableException extends AppException {
    public KafkaUnavailableException(String message) {
        super(ExitCode.KAFKA_UNAVAILABLE, message, null);
    }

    public KafkaUnavailableException(String message, Throwable cause) {
        super(ExitCode.KAFKA_UNAVAILABLE, message, cause);
    }
}
