package io.kstash.localkafka;

import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/** A broker and a controller in one process, put together as {@link KafkaRaftServer} does, but with {@link NodeMetadata}. */
final class NodeServer {
    private final BrokerServer broker;
    private final ControllerServer controller;

    /** @param config of a folder that is formatted */
    NodeServer(KafkaConfig config) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folder =
                KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(NodeServer.class), "");
        Metrics metrics = Server.initializeMetrics(
                config, Time.SYSTEM, folder._1().clusterId().orElseThrow());
        SharedServer shared = new SharedServer(
                config,
                folder._1(),
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        broker = new Broker(shared);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folder._2());
    }

    /** Returns when the broker serves clients, which takes its controller. */
    void start() {
        controller.startup();
        broker.startup();
    }

    /** Returns when both have ended: the broker first, for the controller takes part in that. */
    void stop() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    private static final class Broker extends BrokerServer {
        private final SharedServer shared;

        Broker(SharedServer shared) {
            super(shared);
            this.shared = shared;
        }

        /** Called once at the start, before anything uses it. */
        @Override
        public void metadataCache_$eq(KRaftMetadataCache cache) {
            super.metadataCache_$eq(new NodeMetadata(
                    shared.nodeId(), () -> shared.raftManager().client().kraftVersion()));
        }
    }
}
