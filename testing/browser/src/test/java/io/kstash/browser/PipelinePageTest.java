package io.kstash.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.LoopbackPorts;
import io.kstash.testing.brokers.TestKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline while it runs, in Chromium. The tests follow one run: the transformer is stopped and started in it. */
@Timeout(90)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelinePageTest {
    private static final String PIPELINE = """
            input { kafka { topics => ["in"] group_id => "shop" auto_offset_reset => "earliest" codec => json { ecs_compatibility => disabled } } }
            filter {
              if [id] == 3 { drop { } }
              mutate { add_field => { "seen" => "yes" } }
            }
            output { kafka { topic_id => "out" codec => json } }
            """;

    @RegisterExtension
    static final Browser browser = new Browser();

    @RegisterExtension
    static final TestKafka kafka = new TestKafka();

    @TempDir
    static Path folder;

    private static Records records;
    private static Launched transformer;
    private static Launched console;
    private static int monitoring;
    private static String address;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(folder.resolve("shop.conf"), PIPELINE);
        records = new Records(kafka.bootstrapServers());
        records.create("in");
        monitoring = LoopbackPorts.free(1).get(0);
        transformer = startTransformer();
        console = Launched.start(
                folder,
                "console",
                "--bootstrap-server",
                kafka.bootstrapServers(),
                "--port",
                "0",
                "--pipeline",
                folder.resolve("shop.conf").toString(),
                "--transformer",
                "http://localhost:" + monitoring);
        for (int i = 0; i < 5; i++) {
            records.sendEvent("in", i);
        }
        address = console.await("Console: (\\S+)");
        transformer.await("(Running) pipeline");
    }

    private static Launched startTransformer() throws Exception {
        return Launched.start(
                folder,
                "transformer",
                "run",
                "-f",
                folder.resolve("shop.conf").toString(),
                "--bootstrap-server",
                kafka.bootstrapServers(),
                "--data",
                folder.toString(),
                "--http-port",
                String.valueOf(monitoring));
    }

    @AfterAll
    static void stop() {
        if (console != null) {
            console.close();
            transformer.close();
            records.close();
        }
    }

    @Test
    @Order(1)
    void thePictureShowsEachFilterWithItsCounts() {
        browser.open(address + "/#/pipeline");

        browser.awaitText(".flow", "4 events");

        assertThat(browser.texts(".flow .step .name")).containsExactly("if [id] == 3", "drop", "mutate");
        assertThat(browser.texts(".flow .step .count")).containsExactly("1", "1 → 0", "4");
        assertThat(browser.texts(".flow .title"))
                .containsExactly("producers", "in", "shop", "out", "shop-dead-letters");
        assertThat(browser.texts(".flow")).asString().contains("1 event dropped");
    }

    @Test
    @Order(2)
    void theAuditsVerdictIsLarge() {
        browser.open(address + "/#/pipeline");

        browser.awaitText(".verdict", "lost");

        assertThat(browser.texts(".verdict dd")).containsExactly("5", "0", "0", "0");
    }

    @Test
    @Order(3)
    void lagGrowsWhileTheTransformerIsStoppedAndFallsWhenItIsBack() throws Exception {
        browser.open(address + "/#/groups");
        browser.awaitText("[data-group=shop] .head", "lag 0");

        transformer.close();
        for (int i = 5; i < 12; i++) {
            records.sendEvent("in", i);
        }
        browser.awaitText("[data-group=shop] .head", "lag 7");
        browser.awaitText("[data-group=shop] .head", "nobody reads now");
        transformer = startTransformer();

        browser.awaitText("[data-group=shop] .head", "lag 0");
        browser.awaitText("[data-group=shop] .head", "1 member");
    }

    @Test
    @Order(4)
    void aRecordsWayTellsWhatEachFilterMadeOfItAndWhereItWent() {
        browser.open(address + "/#/topics/in?from=offset:4");
        browser.one(".line").click();
        browser.one(".whole button").click();

        browser.awaitText(".way", "to topic out");

        assertThat(browser.texts(".way .added")).containsExactly("+ [seen] \"yes\"");
        assertThat(browser.texts(".way")).asString().contains("event 0 went to topic out: out/0/");
    }
}
