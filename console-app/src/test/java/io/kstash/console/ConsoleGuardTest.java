package io.kstash.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import io.kstash.app.KafkaReachability;
import io.kstash.testing.brokers.TestKafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and what pages may do. */
@Timeout(60)
class ConsoleGuardTest {
    @RegisterExtension
    static final TestKafka kafka = new TestKafka();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void thePageMayLoadFromItsOwnServerOnly() throws Exception {
        try (RunningConsole console = RunningConsole.on(kafka.bootstrapServers())) {
            HttpResponse<byte[]> page = console.send("/");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(new String(page.body(), StandardCharsets.UTF_8))
                    .doesNotContain("http://", "https://", "<style", "style=", "onclick");
        }
    }

    @Test
    void onLoopbackOnlyLoopbacksNamesAreAnswered() throws Exception {
        try (RunningConsole console = RunningConsole.on(kafka.bootstrapServers())) {
            assertThat(statusFor(console, "localhost")).contains("200");
            assertThat(statusFor(console, "127.0.0.1:8080")).contains("200");
            assertThat(statusFor(console, "evil.example:8080")).contains("403");
            assertThat(console.send("/api/topics", "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aNameThatIsAllowedIsAnsweredAlsoWhereAllAddressesAreServed() throws Exception {
        try (RunningConsole console = RunningConsole.on(
                kafka.bootstrapServers(), "--host", "0.0.0.0", "--allow-host", "one.example,two.example")) {
            assertThat(statusFor(console, "two.example:8080")).contains("200");
            assertThat(statusFor(console, "evil.example:8080")).contains("403");
        }
    }

    @Test
    void itCannotBeAskedToChangeAnything() throws Exception {
        try (RunningConsole console = RunningConsole.on(kafka.bootstrapServers())) {
            for (String method : new String[] {"POST", "PUT", "DELETE"}) {
                assertThat(raw(console, method + " /api/topics HTTP/1.0\r\nHost: localhost\r\n\r\n"))
                        .contains("404");
            }
        }
    }

    @Test
    void aTakenPortIsNamedWithItsOption() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            int exitCode = run("--bootstrap-server", kafka.bootstrapServers(), "--port", port);

            assertThat(exitCode).isEqualTo(ExitCode.USAGE);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo("console: Port " + port + " of 127.0.0.1 cannot be used: stop the program that listens"
                            + " there, or choose another port with --port" + System.lineSeparator());
        }
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() {
        int exitCode = run("--bootstrap-server", kafka.bootstrapServers(), "--host", "no.such.host.invalid");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("console: --host no.such.host.invalid: this machine has no such address");
    }

    @ParameterizedTest
    @CsvSource({
        "--transformer, localhost:8088, '--transformer localhost:8088: give an address such as http://localhost:8088'",
        "--pipeline, /no/such.conf, 'No such pipeline: /no/such.conf (--pipeline)'"
    })
    void wrongOptionsAreNamed(String option, String value, String message) {
        int exitCode = run("--bootstrap-server", kafka.bootstrapServers(), option, value);

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("console: " + message + System.lineSeparator());
    }

    private int run(String... arguments) {
        PrintStream printed = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new AppMain(Map.of(), printed, printed)
                .execute(new ConsoleCommand(new KafkaReachability(Duration.ofSeconds(5))), arguments);
    }

    private static String statusFor(RunningConsole console, String host) throws IOException {
        return raw(console, "GET /api/about HTTP/1.0\r\nHost: " + host + "\r\n\r\n");
    }

    /** The status line; Java's own client does not let one choose the host. */
    private static String raw(RunningConsole console, String request) throws IOException {
        URI address = URI.create(console.address());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
                InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
