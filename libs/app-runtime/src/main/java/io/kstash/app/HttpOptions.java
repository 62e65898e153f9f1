package io.kstash.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and where health and metrics are served, as a picocli mixin. */
public final class HttpOptions {
    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "Serve /health and /metrics on this port of --http-host; 0 takes a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--http-host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address for --http-port. Everybody who can reach it can see what this app tells of itself."
                    + " Default: ${DEFAULT-VALUE}.")
    private String host = "";

    /** Starts serving if the port is given; else what an app registers is left alone and costs nothing. */
    public Monitoring start(HealthCheck health) {
        return port == null
                ? new NoMonitoring()
                : HttpMonitoring.start(ListenAddress.of(host, "--http-host"), port, health);
    }
}
