package io.kstash.consumer.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong, or neighbours of which the same is wrong.
 *
 * @param stage where: the first place on the way that lacks it, or has it twice
 * @param records which; null where no record of an input is concerned
 * @param first {@code run/producer/sequence} of the first record, if it is known
 * @param last the same of the last one
 * @param place of the record that is too much or at the wrong place: {@code topic/partition/offset}, or a file's byte
 * @param note what else a person should know
 */
record Finding(
        Kind kind,
        String stage,
        @Nullable Records records,
        @Nullable String first,
        @Nullable String last,
        @Nullable String place,
        @Nullable String note) {
    private static final String GONE = "gone from there";

    /** What can be wrong. */
    enum Kind {
        /** It is not where it should be. */
        LOST,
        /** It is there more than once. */
        DOUBLED,
        /** It is behind one that came later. */
        OUT_OF_ORDER,
        /** It is there, and nothing says why. */
        UNEXPECTED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Input records at consecutive offsets.
     *
     * @param index which event of each
     */
    record Records(AuditedPartition partition, long first, long last, int index) {
        static Records one(AuditedPartition partition, long offset, int index) {
            return new Records(partition, offset, offset, index);
        }

        boolean isFollowedBy(Records next) {
            return partition == next.partition && index == next.index && next.first == last + 1;
        }

        /** {@code topic/partition/offset}, or {@code topic/partition/first..last}. */
        @Override
        public String toString() {
            return partition.id().topic() + "/" + partition.id().partition() + "/" + first
                    + (last > first ? ".." + last : "");
        }
    }

    static Finding of(Kind kind, String stage, Records records) {
        return new Finding(kind, stage, records, null, null, null, null);
    }

    /** Records that never were in the input topic, {@code run/producer/sequence} of the first and the last one. */
    static Finding missingSequences(String stage, String first, String last) {
        return new Finding(Kind.LOST, stage, null, first, last, null, null);
    }

    Finding at(String where) {
        return new Finding(kind, stage, records, first, last, where, note);
    }

    Finding noting(String what) {
        return new Finding(kind, stage, records, first, last, place, what);
    }

    Finding from(@Nullable String firstProducer, @Nullable String lastProducer) {
        return new Finding(kind, stage, records, firstProducer, lastProducer, place, note);
    }

    /** Something was at this place, and is nowhere now. */
    Finding goneFrom(String where) {
        return at(where).noting(GONE);
    }

    private boolean isSomewhere() {
        return place != null && !GONE.equals(note);
    }

    /** Whether the other one is the same of the next record, so that one can stand for both, with the place of the first. */
    boolean isContinuedBy(Finding next) {
        return kind == next.kind
                && stage.equals(next.stage)
                && !isSomewhere()
                && !next.isSomewhere()
                && records != null
                && next.records != null
                && records.isFollowedBy(next.records);
    }

    Finding upTo(Finding continuation) {
        if (records == null || continuation.records == null) {
            return this;
        }
        Records both = new Records(records.partition, records.first, continuation.records.last, records.index);
        return new Finding(kind, stage, both, first, continuation.last, place, note);
    }

    /** For people: {@code lost, topic out: in/0/7, event 0, sent as run/1/7}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind + ", " + stage + ":");
        if (records != null) {
            text.append(' ').append(records);
            text.append(records.index > 0 ? ", event " + records.index : "");
        }
        if (first != null) {
            text.append(records == null ? " " : ", sent as ").append(first);
            text.append(last == null || last.equals(first) ? "" : " to " + last);
        }
        text.append(place == null ? "" : (records == null ? " " : ", at ") + place);
        return text.append(note == null ? "" : ": " + note).toString();
    }
}
