package io.kstash.console.topics;

/**
 * A setting of a topic.
 *
 * @param changed whether the topic differs from what the broker gives all topics
 */
record TopicSetting(String name, String value, boolean changed) {}
