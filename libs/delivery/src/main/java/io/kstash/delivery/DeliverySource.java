package io.kstash.delivery;

/**
 * Where deliveries come from. All of it together says what an offset means: a topic that was deleted and created again has
 * its name, but another id.
 *
 * @param clusterId of the Kafka cluster
 * @param topic the deliveries topic
 * @param topicId which Kafka gave to the topic when it was created
 * @param group the consumer group that delivers
 */
public record DeliverySource(String clusterId, String topic, String topicId, String group) {}
