package io.kstash.console.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.staticfiles.Location;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.ListenAddress;
import io.kstash.app.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console's HTTP server: the page, and the API behind it. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int FORBIDDEN = 403;
    private static final int FAILED = 500;

    private final Javalin server;
    private final List<Api> apis;
    private final String host;

    private WebServer(Javalin server, List<Api> apis, String host) {
        this.server = server;
        this.apis = apis;
        this.host = host;
    }

    /**
     * Starts serving.
     *
     * @param host the address to listen on
     * @param port 0 takes a free one
     * @param names to which it answers, besides those that it always has
     * @param apis closed with the server
     * @throws UsageException if nobody can listen there
     */
    public static WebServer start(
            String host, int port, List<String> names, List<Api> apis, KafkaClientSettings kafka) {
        InetAddress address = ListenAddress.of(host, "--host");
        requireFree(address, port);
        KafkaRefusal refusals = KafkaRefusal.of(kafka, "Read");
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.host = address.getHostAddress();
            config.jetty.port = port;
            addPage(config);
            config.routes.before(new RequestGuard(new HostNames(address, names)));
            config.routes.exception(Exception.class, (failure, context) -> explain(failure, context, refusals));
            apis.forEach(api -> api.addTo(config.routes));
        });
        return new WebServer(server.start(), apis, host);
    }

    /** Javalin would log a failure before it throws it. */
    private static void requireFree(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(
                    "Port " + port + " of " + address.getHostAddress()
                            + " cannot be used: stop the program that listens"
                            + " there, or choose another port with --port",
                    e);
        }
    }

    private static void addPage(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.directory = "/web";
            files.location = Location.CLASSPATH;
            // A newer console on the same port must not get an older one's files.
            files.headers = Map.of(Header.CACHE_CONTROL, "no-cache");
        });
    }

    private static void explain(Exception failure, Context context, KafkaRefusal refusals) {
        if (context.res().isCommitted()) {
            return; // A browser that follows a feed has left.
        }
        if (failure instanceof ApiException known) {
            answer(context, known.status(), known.getMessage());
            return;
        }
        Optional<String> refused = refusals.explain(failure).map(Throwable::getMessage);
        if (refused.isPresent()) {
            answer(context, FORBIDDEN, refused.get());
        } else if (failure instanceof UnknownTopicOrPartitionException) {
            explain(ApiException.notFound("There is no such topic or partition"), context, refusals);
        } else if (failure instanceof TimeoutException) {
            explain(ApiException.unavailable("Kafka did not answer in time"), context, refusals);
        } else {
            LOG.atError().setCause(failure).log("{} failed", context.path());
            answer(context, FAILED, "This failed in the console; its log says why");
        }
    }

    private static void answer(Context context, int status, String message) {
        context.status(status);
        Json.answer(context, Map.of("error", message));
    }

    /** For a person to open. */
    public String address() {
        InetAddress listening = ListenAddress.of(host, "--host");
        String name = listening.isLoopbackAddress() || listening.isAnyLocalAddress() ? "localhost" : host;
        return "http://" + name + ":" + server.port();
    }

    @Override
    public void close() {
        apis.forEach(Api::close);
        server.stop();
    }
}
