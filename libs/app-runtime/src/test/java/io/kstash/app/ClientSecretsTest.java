package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Settings of the Kafka clients, from the environment and the file, and that their secrets stay where they are. */
class ClientSecretsTest {
    private static final String SECRET = "opensesame";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Command(name = "client")
    static class Client implements AppCommand {
        @Mixin
        KafkaOptions kafka;

        Map<String, String> settings = Map.of();

        @Override
        public int run(AppContext app) throws InterruptedException {
            settings = app.clientSettings();
            app.out().println(app + " " + kafka.settings(app));
            new KafkaReachability().await(kafka.settings(app), app);
            return ExitCode.OK;
        }
    }

    private final Client client = new Client();
    private final PrintStream processErr = System.err;

    /** The log goes there, and is looked at as well. */
    @BeforeEach
    void captureTheLog() {
        System.setErr(stream(err));
    }

    @AfterEach
    void quietAgain() {
        Logging.quiet((LoggerContext) LoggerFactory.getILoggerFactory());
        System.setErr(processErr);
    }

    @Test
    void aVariableIsASettingAndWinsOverTheFile() throws IOException {
        environment.put("KSTASH_KAFKA_SASL_MECHANISM", "SCRAM-SHA-512");
        environment.put("KSTASH_KAFKA_MAIN_CONSUMER_MAX_POLL_RECORDS", "7");
        environment.put("KSTASH_KAFKA_SSL_PROTOCOL", "");
        environment.put("KSTASH_KAFKA_PORT", "0"); // of `up`

        run("sasl.mechanism=PLAIN", "ssl.protocol=TLSv1.3", "security.protocol=WRONG");

        assertThat(client.settings)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "ssl.protocol", "TLSv1.3",
                        "main.consumer.max.poll.records", "7",
                        "security.protocol", "WRONG"));
        assertThat(printed()).doesNotContain("Warning");
    }

    @Test
    void anUnknownVariableIsRefusedWithASuggestion() throws IOException {
        environment.put("KSTASH_KAFKA_SASL_MECANISM", SECRET);

        assertThat(run()).isEqualTo(ExitCode.USAGE);

        assertThat(printed())
                .isEqualToIgnoringNewLines(
                        "client: Environment variable KSTASH_KAFKA_SASL_MECANISM: Kafka's clients have"
                                + " no setting sasl.mecanism; did you mean KSTASH_KAFKA_SASL_MECHANISM?");
    }

    @Test
    void anUnknownKeyOfTheFileIsMentioned() throws IOException {
        run("sasl.jass.config=" + SECRET, "schema.registry.url=x", "security.protocol=WRONG");

        assertThat(printed())
                .contains("Warning: Kafka's clients have no setting sasl.jass.config (in " + file()
                        + "): did you mean sasl.jaas.config?")
                .contains("Warning: Kafka's clients have no setting schema.registry.url (in " + file()
                        + "); it has an effect only if a plug-in of theirs reads it")
                .doesNotContain(SECRET);
    }

    @Test
    void aBrokenLineIsRefusedWithoutQuotingIt() throws IOException {
        int exitCode =
                run("sasl.jaas.config=x.ScramLoginModule required username=\"alice\" password=", "\"" + SECRET + "\";");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(printed())
                .isEqualToIgnoringNewLines(
                        "client: A line of " + file() + " is no setting: a value that goes over several"
                                + " lines needs a backslash at the end of each but the last");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.ScramLoginModule required username=\"alice\" password=my opensesame;",
                "x.ScramLoginModule opensesame username=\"alice\" password=\"opensesame\";",
                "x.ScramLoginModule required username=\"alice\" password=\"opensesame\"",
                "opensesame",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"alice\" password=\"open\"sesame\";"
            })
    void aLoginModuleThatCannotBeReadIsExplainedWithoutQuotingIt(String jaas) throws IOException {
        int exitCode = run("security.protocol=SASL_PLAINTEXT", "sasl.mechanism=PLAIN", "sasl.jaas.config=" + jaas);

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(printed())
                .contains("client: Kafka client settings are wrong: sasl.jaas.config cannot be read. It is one line:")
                .doesNotContain(SECRET)
                .doesNotContain("sesame");
    }

    @Test
    void aTrustStoreThatCannotBeOpenedIsExplainedWithoutItsPassword() throws IOException {
        int exitCode =
                run("security.protocol=SSL", "ssl.truststore.location=/no.p12", "ssl.truststore.password=" + SECRET);

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(printed())
                .contains("client: Kafka client settings are wrong: ")
                .contains("/no.p12")
                .doesNotContain(SECRET);
    }

    @Test
    void settingsDoNotTellTheirValues() {
        Settings settings = new Settings(Map.of("A", SECRET), Map.of("b", SECRET), Map.of("c.d", SECRET), null);

        assertThat(settings.toString()).contains("c.d").doesNotContain(SECRET);
        assertThat(new KafkaClientSettings("a:1", Map.of("c.d", SECRET)).toString())
                .isEqualTo("KafkaClientSettings[a:1, [c.d]]");
    }

    private int run(String... lines) throws IOException {
        Files.writeString(file(), String.join("\n", lines));
        return new AppMain(environment, stream(out), stream(err))
                .execute(client, "--config", file().toString(), "--debug");
    }

    private Path file() {
        return folder.resolve("client.properties");
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
