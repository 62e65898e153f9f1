package io.kstash.console.topics;

import java.util.List;

/**
 * A topic in the list.
 *
 * @param internal whether it is Kafka's own
 * @param records how many offsets are in use; in a topic with transactions their marks are among them
 * @param bytes on the disks of the leaders; -1 where Kafka does not say
 * @param changedSettings those that differ from the broker's defaults
 */
record TopicSummary(
        String name, boolean internal, int partitions, long records, long bytes, List<TopicSetting> changedSettings) {}
