package io.kstash.localkafka;

import io.kstash.app.LoopbackPorts;
import io.kstash.app.ProcessLock;
import io.kstash.app.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * A running Kafka of one node, or of three that replicate to one another. Topics are created on purpose only. Records that
 * were acknowledged survive {@code kill -9}: a later start on the same folder has them.
 *
 * <pre>{@code
 * try (LocalKafka kafka = LocalKafka.builder().data(folder).quickRestarts().start()) {
 *     connect(kafka.bootstrapServers());
 * }
 * }</pre>
 *
 * <p>Thread-safe. Closing stops the nodes and leaves the folder.
 */
public final class LocalKafka implements AutoCloseable {
    /** Locked, in the data folder, as long as a Kafka uses it. */
    public static final String LOCK_FILE = ".lock";

    private final ProcessLock lock;
    private final List<KafkaNode> nodes;

    private LocalKafka(ProcessLock lock, List<KafkaNode> nodes) {
        this.lock = lock;
        this.nodes = nodes;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The addresses of all nodes, {@code host:port} with commas between them. */
    public String bootstrapServers() {
        return nodes.stream().map(KafkaNode::address).collect(Collectors.joining(","));
    }

    /**
     * Stops one node for good.
     *
     * @param index from 0
     */
    public synchronized void stopNode(int index) {
        nodes.get(index).close();
    }

    @Override
    public synchronized void close() {
        inParallel(nodes, KafkaNode::close);
        lock.close();
    }

    /** A thread for each: one node alone would wait, at its start and at its end, for a majority that never comes. */
    private static void inParallel(List<KafkaNode> nodes, Consumer<KafkaNode> action) {
        Executor threadForEach = task -> new Thread(task, "kafka-node").start();
        CompletableFuture.allOf(nodes.stream()
                        .map(node -> CompletableFuture.runAsync(() -> action.accept(node), threadForEach))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** What a Kafka is started with. */
    public static final class Builder {
        private static final int FREE = 0;

        private @Nullable Path data;
        private int port = FREE;
        private OptionalInt advertisedPort = OptionalInt.empty();
        private int nodeCount = 1;
        private boolean quickRestarts;
        private boolean quickRetention;
        private Optional<BrokerSecurity> security = Optional.empty();

        private Builder() {}

        /** Where the records are kept; it is created if need be. */
        public Builder data(Path folder) {
            data = folder;
            return this;
        }

        /** The port of the first node; the default is a free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** Where clients of the first node are told to connect, if that is a proxy's port or a forwarded one. */
        public Builder advertisedPort(int number) {
            advertisedPort = OptionalInt.of(number);
            return this;
        }

        /** Three nodes: three replicas of each partition, writes need two. */
        public Builder threeNodes() {
            nodeCount = 3;
            return this;
        }

        /**
         * Lets a start after {@code kill -9} take a few seconds instead of ten: the cluster believes sooner that the former
         * process is gone. For tests; a starved machine could lose its broker for a moment.
         */
        public Builder quickRestarts() {
            quickRestarts = true;
            return this;
        }

        /** Deletes records that have expired at once, instead of every five minutes. For tests. */
        public Builder quickRetention() {
            quickRetention = true;
            return this;
        }

        /** Lets only the users of a profile in. The folder keeps to the profile with which it was made. */
        public Builder secured(BrokerSecurity profile) {
            security = Optional.of(profile);
            return this;
        }

        /**
         * Starts and returns when clients can use it.
         *
         * @throws UsageException if the port is taken, the folder cannot be used or has other users, or another Kafka uses
         *     it
         */
        public LocalKafka start() {
            if (data == null) {
                throw new IllegalStateException("data folder is not set");
            }
            ProcessLock lock = lock(data);
            List<KafkaNode> nodes = new ArrayList<>();
            try {
                nodes.addAll(plan(data));
                nodes.forEach(KafkaNode::requireSameUsers);
                inParallel(nodes, KafkaNode::start);
                return new LocalKafka(lock, nodes);
            } catch (RuntimeException | Error e) {
                inParallel(nodes, KafkaNode::close);
                lock.close();
                throw e;
            }
        }

        private static ProcessLock lock(Path folder) {
            try {
                return ProcessLock.tryTake(folder.resolve(LOCK_FILE))
                        .orElseThrow(() -> new UsageException("Another Kafka uses the folder " + folder
                                + ": stop it, or choose another folder with --data"));
            } catch (IOException e) {
                throw new UsageException(
                        "Cannot keep Kafka's records in " + folder + " (" + e + "): choose another folder with --data",
                        e);
            }
        }

        private List<KafkaNode> plan(Path folder) {
            if (port != FREE) {
                LoopbackPorts.requireFree(port, "--port");
            }
            List<Integer> free = LoopbackPorts.free(2 * nodeCount);
            List<Integer> controllerPorts = free.subList(0, nodeCount);
            List<Integer> brokerPorts = new ArrayList<>(free.subList(nodeCount, 2 * nodeCount));
            if (port != FREE) {
                brokerPorts.set(0, port);
            }
            String clusterId = Uuid.randomUuid().toString();
            return IntStream.range(0, nodeCount)
                    .mapToObj(index -> new KafkaNode(
                            new NodeSettings(
                                    index + 1,
                                    folder.resolve("node-" + (index + 1)),
                                    brokerPorts.get(index),
                                    index == 0 ? advertisedPort.orElse(brokerPorts.get(0)) : brokerPorts.get(index),
                                    controllerPorts,
                                    quickRestarts,
                                    quickRetention,
                                    security),
                            clusterId))
                    .toList();
        }
    }
}
