package io.kstash.console.topics;

import java.util.List;
import java.util.Map;

/** All about a topic but its records. */
record TopicDetails(
        String name, boolean internal, List<PartitionState> partitions, Map<String, String> changedSettings) {}
