package io.kstash.console.topics;

import java.util.List;

/**
 * All about a topic but its records.
 *
 * @param settings by name
 */
record TopicDetails(String name, boolean internal, List<PartitionState> partitions, List<TopicSetting> settings) {}
