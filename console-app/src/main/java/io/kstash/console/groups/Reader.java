package io.kstash.console.groups;

/**
 * How far a group is in a partition of a topic.
 *
 * @param committed the offset at which it goes on
 */
public record Reader(String group, int partition, long committed) {}
