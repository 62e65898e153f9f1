package io.kstash.localkafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The broker settings of one node.
 *
 * @param nodeId from 1
 * @param folder where this node keeps its records and the cluster's metadata
 * @param port for clients and the other brokers
 * @param advertisedPort where clients and the other brokers are told to connect: another one than the port where something
 *     stands in between
 * @param controllerPorts of all nodes, in the order of their ids
 * @param quickRestarts whether a process that stops answering is given up after 1.5 s
 * @param quickRetention whether expired records are deleted within a second
 * @param security who is let in; empty for everybody
 */
record NodeSettings(
        int nodeId,
        Path folder,
        int port,
        int advertisedPort,
        List<Integer> controllerPorts,
        boolean quickRestarts,
        boolean quickRetention,
        Optional<BrokerSecurity> security) {
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String CLIENT_LISTENER = "CLIENTS";
    private static final String HOST = "127.0.0.1";
    private static final int REPLICAS_FOR_SAFETY = 3;

    /** Where clients find this node. */
    String address() {
        return HOST + ":" + advertisedPort;
    }

    /** What {@code server.properties} would hold. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("node.id", String.valueOf(nodeId));
        properties.put("log.dirs", folder.toString());
        properties.put("auto.create.topics.enable", "false");
        putRoles(properties);
        putReplication(properties);
        putQuickReactions(properties);
        security.ifPresent(secured -> properties.putAll(secured.properties(CLIENT_LISTENER, CONTROLLER_LISTENER)));
        return properties;
    }

    private void putRoles(Map<String, String> properties) {
        properties.put("process.roles", "broker,controller");
        properties.put(
                "listeners",
                CLIENT_LISTENER + "://" + HOST + ":" + port + "," + CONTROLLER_LISTENER + "://" + HOST + ":"
                        + controllerPorts.get(nodeId - 1));
        properties.put("advertised.listeners", CLIENT_LISTENER + "://" + address());
        properties.put("inter.broker.listener.name", CLIENT_LISTENER);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put(
                "listener.security.protocol.map", CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        properties.put(
                "controller.quorum.voters",
                IntStream.range(0, controllerPorts.size())
                        .mapToObj(index -> (index + 1) + "@" + HOST + ":" + controllerPorts.get(index))
                        .collect(Collectors.joining(",")));
    }

    private void putReplication(Map<String, String> properties) {
        String replicas = String.valueOf(Math.min(controllerPorts.size(), REPLICAS_FOR_SAFETY));
        String inSync = controllerPorts.size() < REPLICAS_FOR_SAFETY ? "1" : "2";
        properties.put("default.replication.factor", replicas);
        properties.put("min.insync.replicas", inSync);
        properties.put("offsets.topic.replication.factor", replicas);
        properties.put("transaction.state.log.replication.factor", replicas);
        properties.put("transaction.state.log.min.isr", inSync);
        properties.put("share.coordinator.state.topic.replication.factor", replicas);
        properties.put("share.coordinator.state.topic.min.isr", inSync);
        // 50 partitions each, the default, are made for hundreds of groups, and creating them costs seconds.
        properties.put("offsets.topic.num.partitions", "5");
        properties.put("transaction.state.log.num.partitions", "5");
        properties.put("share.coordinator.state.topic.num.partitions", "5");
    }

    /** On one machine nothing is gained by waiting for others. */
    private void putQuickReactions(Map<String, String> properties) {
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        // A transaction that a killed process left open blocks its successor until the broker looks for it.
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        if (quickRestarts) {
            properties.put("broker.session.timeout.ms", "1500");
            properties.put("broker.heartbeat.interval.ms", "300");
        }
        if (quickRetention) {
            properties.put("log.initial.task.delay.ms", "200");
            properties.put("log.retention.check.interval.ms", "200");
        }
    }
}
