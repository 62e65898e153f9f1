package io.kstash.app;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** Asks Kafka for its cluster id, again and again, without ever blocking. For one thread. */
final class KafkaProbe implements AutoCloseable {
    private final KafkaClientSettings settings;
    private @Nullable Admin admin;
    private @Nullable KafkaFuture<String> answer;

    KafkaProbe(KafkaClientSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether Kafka has answered by now.
     *
     * @throws KafkaUnavailableException if waiting longer is of no use
     * @throws UsageException if no client can be made of the settings
     */
    boolean answered() throws InterruptedException {
        if (answer == null) {
            answer = ask();
        }
        if (answer == null || !answer.isDone()) {
            return false;
        }
        try {
            answer.get();
            return true;
        } catch (ExecutionException failure) {
            answer = null;
            failIfFinal(failure);
            return false;
        }
    }

    private @Nullable KafkaFuture<String> ask() {
        try {
            if (admin == null) {
                admin = Admin.create(settings.admin());
            }
            return admin.describeCluster().clusterId();
        } catch (KafkaException failure) {
            if (isUnresolvable(failure)) {
                return null; // The name may appear later, as names of containers do.
            }
            throw new UsageException("Kafka client settings are wrong: " + rootMessage(failure), failure);
        }
    }

    private void failIfFinal(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
            throw new KafkaUnavailableException(
                    "Kafka at " + settings.bootstrapServers() + " refused the credentials: " + cause.getMessage()
                            + ". Check the security settings in the --config file",
                    cause);
        }
    }

    private static boolean isUnresolvable(KafkaException failure) {
        return failure.getCause() instanceof ConfigException config
                && String.valueOf(config.getMessage()).startsWith("No resolvable bootstrap");
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
