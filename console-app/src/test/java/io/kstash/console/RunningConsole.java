package io.kstash.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import picocli.CommandLine;

/** A console in this process, asked over HTTP. */
public final class RunningConsole implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Console: (\\S+)");
    private static final Duration SOON = Duration.ofSeconds(15);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final StopSignal stop = new StopSignal();
    private final CompletableFuture<Integer> running;
    private final String address;

    private RunningConsole(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        ConsoleCommand command = new ConsoleCommand();
        new CommandLine(command).parseArgs(arguments);
        running = CompletableFuture.supplyAsync(() -> {
            try {
                return command.run(new AppContext(printed, printed, stop, Map.of()));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        address = Awaitility.await().atMost(SOON).until(() -> address(out, running), found -> !found.isEmpty());
    }

    private static String address(ByteArrayOutputStream out, CompletableFuture<Integer> running) {
        assertThat(running).isNotCompletedExceptionally();
        Matcher matcher = ADDRESS.matcher(out.toString(StandardCharsets.UTF_8));
        return matcher.find() ? matcher.group(1) : "";
    }

    public static RunningConsole on(String bootstrapServers, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--bootstrap-server", bootstrapServers, "--port", "0"));
        arguments.addAll(List.of(more));
        return new RunningConsole(arguments.toArray(String[]::new));
    }

    /** For example {@code http://localhost:1234}. */
    public String address() {
        return address;
    }

    /** The answer to a GET of a path below {@code /api}, which has to be a good one. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send("/api/" + path);
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return json.readTree(response.body());
    }

    /** Any answer. */
    public HttpResponse<byte[]> send(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The lines of a live feed, as they come in. */
    public HttpResponse<Stream<String>> follow(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/live/" + path))
                .header("Accept", "text/event-stream")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofLines());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        stop.request();
        assertThat(running).succeedsWithin(SOON).isEqualTo(ExitCode.OK);
    }
}
