package io.kstash.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** The check at start that Kafka answers, before an app promises anything. */
public final class KafkaReachability {
    /** How long an app waits for Kafka at its start. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Duration limit;

    public KafkaReachability() {
        this(DEFAULT_LIMIT);
    }

    /** @param limit how long Kafka may take to answer */
    public KafkaReachability(Duration limit) {
        this.limit = limit;
    }

    /**
     * Returns when Kafka has answered; says on standard error that it waits when this takes more than two seconds.
     *
     * @throws KafkaUnavailableException if it does not answer within the limit, or at once if it refuses the credentials
     * @throws UsageException if no client can be made of the settings
     * @throws StoppedException if the app is asked to stop meanwhile
     */
    public void await(KafkaClientSettings settings, AppContext app) throws InterruptedException {
        long start = System.nanoTime();
        boolean announced = false;
        try (KafkaProbe probe = new KafkaProbe(settings)) {
            while (!probe.answered()) {
                Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
                if (elapsed.compareTo(limit) >= 0) {
                    throw unavailable(settings);
                }
                if (!announced && elapsed.compareTo(PATIENCE) >= 0) {
                    announced = true;
                    app.err()
                            .println("Kafka at " + settings.bootstrapServers() + " does not answer yet, waiting up to "
                                    + limit.toSeconds() + " s");
                }
                if (app.stop().await(PAUSE)) {
                    throw new StoppedException();
                }
            }
        }
    }

    private KafkaUnavailableException unavailable(KafkaClientSettings settings) {
        String address = settings.bootstrapServers();
        String advice = isListening(address.split(",", 2)[0])
                ? "something listens there, but is no Kafka with the security.protocol of this client ("
                        + settings.protocol() + "); see docs/security.md"
                : "start it (scripts/local-kafka), or give its address with --bootstrap-server";
        return new KafkaUnavailableException(
                "Kafka at " + address + " did not answer within " + limit.toSeconds() + " s: " + advice);
    }

    private static boolean isListening(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    (int) PATIENCE.toMillis());
            return true;
        } catch (IOException | IllegalArgumentException nobodyThere) {
            return false;
        }
    }
}
