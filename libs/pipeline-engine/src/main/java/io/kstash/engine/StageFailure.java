package io.kstash.engine;

import io.kstash.language.source.SourcePosition;

/**
 * Why an event became a dead letter.
 *
 * @param stage the plugin or condition, such as {@code filter mutate}
 * @param place where it stands in the pipeline file
 * @param reason what was wrong with the event, for a person to read
 */
public record StageFailure(String stage, SourcePosition place, String reason) {
    static StageFailure of(String stage, SourcePosition place, RuntimeException cause) {
        String message = cause.getMessage();
        return new StageFailure(stage, place, message == null ? cause.getClass().getSimpleName() : message);
    }
    /** One line for a person: {@code FILE:LINE:COLUMN: filter mutate: reason}. */
    public String describe() {
        return place + ": " + stage + ": " + reason;
    }
}
