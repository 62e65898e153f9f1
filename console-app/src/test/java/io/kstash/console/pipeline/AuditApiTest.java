package io.kstash.console.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.kstash.app.KafkaClientSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a launcher that audits as long as the test wants. */
class AuditApiTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private AuditApi audits;
    private Javalin server;

    @BeforeEach
    void serve() {
        audits = new AuditApi(folder, Path.of("shop.conf"), new KafkaClientSettings("localhost:1", Map.of()));
        server = Javalin.create(config -> {
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    audits.addTo(config.routes);
                })
                .start();
    }

    @AfterEach
    void stop() {
        audits.close();
        server.stop();
    }

    @Test
    void whoAsksIsAnsweredAtOnceWhileTheAuditRuns() throws IOException {
        // given
        long before = System.currentTimeMillis();
        auditor("until [ -e " + folder + "/go ]; do sleep 0.05; done; echo '{\"lost\":0}'");

        // when
        JsonNode first = ask();

        // then
        assertThat(first.toString()).isEqualTo("{\"running\":true,\"verdict\":null,\"failure\":null}");
        Files.createFile(folder.resolve("go"));
        JsonNode verdict = await().atMost(SOON)
                .until(this::ask, answer -> answer.hasNonNull("verdict"))
                .path("verdict");
        assertThat(verdict.path("report").toString()).isEqualTo("{\"lost\":0}");
        assertThat(verdict.path("asOf").asLong()).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void itRestsAfterAnAudit() throws IOException {
        auditor("echo once >>" + folder + "/audits; echo '{\"lost\":0}'");

        await().atMost(SOON).until(this::ask, answer -> answer.hasNonNull("verdict"));
        JsonNode again = ask();

        assertThat(again.path("running").asBoolean()).isFalse();
        assertThat(Files.readAllLines(folder.resolve("audits"))).hasSize(1);
    }

    @Test
    void whyThereIsNoVerdictIsSaid() throws IOException {
        auditor("echo 'audit: no ledger' >&2; exit 2");

        JsonNode answer = await().atMost(SOON).until(this::ask, given -> given.hasNonNull("failure"));

        assertThat(answer.path("failure").asText()).isEqualTo("audit: no ledger");
    }

    private void auditor(String script) throws IOException {
        Path launcher = Files.writeString(folder.resolve("consumer"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }

    private JsonNode ask() throws IOException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/audit");
        try (InputStream answer = address.toURL().openStream()) {
            return new ObjectMapper().readTree(answer);
        }
    }
}
