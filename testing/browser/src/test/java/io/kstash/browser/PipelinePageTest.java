package io.kstash.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pipeline while it runs, in Chromium. The tests follow one run: the transformer is stopped and started in it. */
@Timeout(90)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelinePageTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @RegisterExtension
    static final Flow flow = new Flow();

    @BeforeAll
    static void fiveEvents() throws Exception {
        for (int i = 0; i < 5; i++) {
            flow.records().sendEvent("in", i);
        }
        flow.awaitTransformer("\"emitted\":4");
    }

    @Test
    @Order(1)
    void thePictureShowsEachFilterWithItsCounts() {
        browser.open(flow.page("pipeline"));

        browser.awaitText(".flow", "4 events");

        assertThat(browser.texts(".flow .step .name")).containsExactly("if [id] == 3", "drop", "mutate");
        assertThat(browser.texts(".flow .step .count")).containsExactly("1", "1 → 0", "4");
        assertThat(browser.texts(".flow .title"))
                .containsExactly("producers", "in", "shop", "out", "late", "shop-dead-letters");
        assertThat(browser.texts(".flow")).asString().contains("1 event dropped");
    }

    @Test
    @Order(1)
    void thePictureSaysWhatFiltersDoAndWhichEventsOutputsTake() {
        browser.open(flow.page("pipeline"));

        browser.awaitText(".flow", "4 events");

        assertThat(browser.texts(".flow .options"))
                .containsExactly("add_field seen => yes", "all events", "if [id] > 900", "what could not be worked on");
    }

    @Test
    @Order(1)
    void thePageSaysOfWhichMomentItsNumbersAre() {
        browser.open(flow.page("pipeline"));
        browser.awaitText(".flow", "4 events");

        assertThat(browser.one(".as-of").getText())
                .matches("As of [\\d:]{8}; the transformer counts since its start at [\\d:]{8}\\.");
    }

    @Test
    @Order(1)
    void thePlotsSayWhatTheyShowAndTheirScale() {
        browser.open(flow.page("pipeline"));
        browser.awaitText(".plot .now", "/s");

        assertThat(browser.texts(".plot h3"))
                .containsExactly("Rate, in records a second", "Lag, in records", "Latency, from sent to readable");
        assertThat(browser.texts(".plot:first-child .scale")).hasSize(3).contains("0", "5 minutes ago\nnow");
    }

    @Test
    @Order(2)
    void theAuditsVerdictIsLarge() {
        browser.open(flow.page("pipeline"));

        // If somebody looked before the events were there, the next audit comes after a rest.
        browser.awaitText(".verdict", "5\nrecords", Duration.ofSeconds(60));

        assertThat(browser.texts(".verdict dd")).containsExactly("5", "0", "0", "0");
    }

    @Test
    @Order(3)
    void lagGrowsWhileTheTransformerIsStoppedAndFallsWhenItIsBack() throws Exception {
        browser.open(flow.page("groups"));
        browser.awaitText("[data-group=shop] .head", "lag 0");
        String well = browser.one("[data-group=shop] .head .lag").getCssValue("color");

        flow.stopTransformer();
        for (int i = 5; i < 12; i++) {
            flow.records().sendEvent("in", i);
        }
        browser.awaitText("[data-group=shop] .head", "lag 7");
        browser.awaitText("[data-group=shop] .head", "nobody reads now");
        assertThat(browser.one("[data-group=shop] .head .lag").getCssValue("color"))
                .isNotEqualTo(well);
        flow.startTransformer();

        browser.awaitText("[data-group=shop] .head", "lag 0");
        browser.awaitText("[data-group=shop] .head", "1 member");
    }

    @Test
    @Order(4)
    void aRecordsWayTellsWhatEachFilterMadeOfItAndWhereItWent() {
        browser.open(flow.page("topics/in?from=offset:4"));
        browser.one(".line").click();
        browser.one(".whole button").click();

        browser.awaitText(".way", "to topic out");

        assertThat(browser.texts(".way .added")).containsExactly("+ [seen] \"yes\"");
        assertThat(browser.texts(".way")).asString().contains("event 0 went to topic out: out/0/");
        browser.one(".way a").click();
        browser.awaitText("h1", "out");
        browser.awaitText(".records", "\"id\":4");
    }

    @Test
    @Order(5)
    void aTopicShowsHowFarEachGroupHasRead() {
        browser.open(flow.page("topics/in"));

        browser.awaitText(".log", "shop");

        browser.awaitText(".log", "lag 0");
        browser.awaitText(".as-of", "as of ");
    }
}
