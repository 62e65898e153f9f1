package io.kstash.consumer.audit;

/**
 * Something that is read from its beginning to its end, in which order is kept: a partition of a topic, or a file. One object
 * for each.
 */
final class Lane {
    private final String name;
    private final int partition;
    private final boolean beginsLater;

    private Lane(String name, int partition, boolean beginsLater) {
        this.name = name;
        this.partition = partition;
        this.beginsLater = beginsLater;
    }

    /**
     * A partition of a topic.
     *
     * @param beginsLater whether what was at its beginning has expired
     */
    static Lane ofPartition(String topic, int partition, boolean beginsLater) {
        return new Lane(topic + "/" + partition + "/", partition, beginsLater);
    }

    /** A file. */
    static Lane ofFile(String file) {
        return new Lane(file + " byte ", 0, false);
    }

    /** Of the topic; 0 for a file. */
    int partition() {
        return partition;
    }

    boolean beginsLater() {
        return beginsLater;
    }

    /** A place in it, for people. */
    String at(long position) {
        return name + position;
    }
}
