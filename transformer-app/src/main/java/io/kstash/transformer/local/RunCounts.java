package io.kstash.transformer.local;

/**
 * What became of the events of a run.
 *
 * @param read came from the inputs
 * @param emitted came through the filters and went to the outputs that the pipeline selects for them
 * @param dropped were dropped by a filter
 * @param failed could not be worked on or written; each has been reported
 */
public record RunCounts(long read, long emitted, long dropped, long failed) {
    /** One line for a person. */
    public String summary() {
        return "Events: " + read + " read, " + emitted + " emitted, " + dropped + " dropped, " + failed + " failed";
    }
}
