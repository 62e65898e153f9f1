package io.kstash.consumer.audit;

/**
 * Something that is read from its beginning to its end, in which order is kept: a partition of a topic, or a file. One object
 * for each.
 */
final class Lane {
    private final String name;
    private final boolean beginsLater;

    /**
     * A lane.
     *
     * @param name for people: {@code topic/partition}
     * @param beginsLater whether what was at its beginning has expired
     */
    Lane(String name, boolean beginsLater) {
        this.name = name;
        this.beginsLater = beginsLater;
    }

    boolean beginsLater() {
        return beginsLater;
    }

    /** A place in it, for people. */
    String at(long position) {
        return name + "/" + position;
    }
}
