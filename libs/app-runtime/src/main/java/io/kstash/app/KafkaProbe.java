package io.kstash.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Asks Kafka for its cluster id, again and again, without ever blocking. For one thread. */
final class KafkaProbe implements AutoCloseable {
    private final KafkaClientSettings settings;
    private final KafkaRefusal refusals;
    private @Nullable Admin admin;
    private @Nullable KafkaFuture<String> answer;

    KafkaProbe(KafkaClientSettings settings) {
        this.settings = settings;
        this.refusals = KafkaRefusal.of(settings, "Describe");
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
                requirePlainPort();
                admin = Admin.create(settings.admin());
            }
            return admin.describeCluster().clusterId();
        } catch (KafkaException failure) {
            if (isUnresolvable(failure)) {
                return null; // The name may appear later, as names of containers do.
            }
            throw KafkaClientSettings.refusal(failure);
        }
    }

    private void requirePlainPort() {
        if (settings.protocol().endsWith("PLAINTEXT")) {
            Stream.of(settings.bootstrapServers().split(",", -1))
                    .map(String::strip)
                    .filter(TlsListener::isAt)
                    .findFirst()
                    .ifPresent(address -> {
                        throw new KafkaUnavailableException("Kafka at " + address + " speaks TLS at this port, and this"
                                + " client does not (security.protocol is " + settings.protocol()
                                + "). Set security.protocol to SSL or SASL_SSL, or give the port of a listener without TLS;"
                                + " see docs/security.md");
                    });
        }
    }

    private void failIfFinal(ExecutionException failure) {
        Optional<AppException> refusal = refusals.explain(failure);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private static boolean isUnresolvable(KafkaException failure) {
        return failure.getCause() instanceof ConfigException config
                && String.valueOf(config.getMessage()).startsWith("No resolvable bootstrap");
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
