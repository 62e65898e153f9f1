package io.kstash.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Topics and their records, in Chromium. */
@Timeout(60)
class TopicPageTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final Browser browser = new Browser();

    @RegisterExtension
    static final Flow flow = new Flow();

    private static Records records;

    @BeforeAll
    static void twentyMessages() throws Exception {
        records = flow.records();
        records.create("events");
        for (int i = 0; i < 20; i++) {
            records.sendEvent("events", i);
        }
    }

    @Test
    void theTwentyMessagesAreThereInOffsetOrderWithTheirFields() {
        // when
        browser.open(flow.page("topics"));
        browser.one("a[href='#/topics/events']").click();
        browser.awaitText(".records", "\"id\":19");

        // then
        assertThat(browser.texts(".line .place b"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(String::valueOf).toList());
        assertThat(browser.texts(".line .value").get(7))
                .isEqualTo("{\"producer_id\":0,\"id\":7,\"timestamp\":1700000000.107,\"value\":42}");
        browser.one(".records li:nth-child(8) .line").click();
        assertThat(browser.texts(".tree .leaf"))
                .containsExactly("producer_id: 0", "id: 7", "timestamp: 1700000000.107", "value: 42");
    }

    @Test
    void aFilterFindsARecordByItsField() {
        browser.open(flow.page("topics/events"));
        browser.one("input[type=search]").sendKeys("id=13" + Keys.ENTER);

        browser.awaitText(".pager", "1 record found, 20 records looked at");

        assertThat(browser.texts(".line .place b")).containsExactly("13");
    }

    @Test
    void aTailShowsWhatComesInAndCanBePaused() throws Exception {
        // given
        records.create("tailed");
        browser.open(flow.page("topics/tailed?live=yes"));
        browser.awaitText("[role=status]", "Waiting for records");

        // when
        records.sendEvent("tailed", 1);
        browser.awaitText(".records", "\"id\":1");
        browser.one(".pager button").click();
        records.sendEvent("tailed", 2);

        // then
        browser.awaitText("[role=status]", "Paused; 1 record since");
        assertThat(browser.all(".line")).hasSize(1);
        browser.one(".pager button").click();
        records.sendEvent("tailed", 3);
        browser.awaitText(".records", "\"id\":3");
        browser.awaitText("[role=status]", "3 records came in, 1 of them left out");
    }

    @Test
    void hostileValuesAreShownAndDoNothing() throws Exception {
        // given
        records.create("hostile");
        records.send(
                "hostile", "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">");
        records.send("hostile", "{\"<b>name</b>\":\"a\u0000b\u202Ec\",\"big\":12345678901234567890}");
        records.send("hostile", new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        records.send("hostile", "x".repeat(10_000_000));

        // when
        browser.open(flow.page("topics/hostile"));
        browser.awaitText(".records", "<script>document.title='owned'</script>");
        browser.all(".line").forEach(WebElement::click);
        browser.awaitText(".opened", "the first 64.0 KB of 9.5 MB");

        // then
        assertThat(browser.driver().getTitle()).isEqualTo("hostile · kstash");
        assertThat(browser.all("main script, main img, main b:not(.line b)")).isEmpty();
        assertThat(browser.texts(".unseen")).contains("U+202E");
        assertThat(browser.texts(".json-number")).contains("12345678901234567890");
        assertThat(browser.texts(".badge")).containsExactly("not UTF-8");
        assertThat(browser.texts(".opened pre")).contains("61 ff fe");
        assertThat((Long) browser.run("return document.body.textContent.length"))
                .isLessThan(200_000);
    }

    @Test
    void theKeyboardIsEnough() {
        browser.open(flow.page("topics/events"));
        browser.awaitText(".records", "\"id\":19");

        focused().sendKeys(Keys.TAB);
        assertThat(focused().getText()).isEqualTo("Skip to the content");
        focused().sendKeys(Keys.ENTER);
        assertThat(focused().getDomProperty("id")).isEqualTo("main");
        for (int i = 0; i < 20 && !isLine(); i++) {
            focused().sendKeys(Keys.TAB);
        }
        focused().sendKeys(Keys.ARROW_DOWN);
        focused().sendKeys(Keys.ENTER);

        assertThat(focused().getText()).contains("\"id\":1,");
        assertThat(focused().getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat((String) browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    @Test
    void nothingIsWiderThanANarrowScreen() {
        browser.size(400, 900);
        for (String page : List.of("topics", "topics/events", "groups", "pipeline", "dead-letters")) {
            browser.open(flow.page(page));
            browser.one("h1");

            assertThat((Long) browser.run("return document.documentElement.scrollWidth - innerWidth"))
                    .as(page)
                    .isLessThanOrEqualTo(0);
        }
    }

    @Test
    void theWordsForLearnersCanBeSwitchedOffForGood() {
        browser.open(flow.page("groups"));
        assertThat(browser.one("main .word").getText()).startsWith("A group is a team of readers");

        browser.one("#words").click();
        browser.open(flow.page("topics"));
        assertThat(browser.one("#words").getText()).isEqualTo("Show explanations");

        await().atMost(SOON).until(() -> !browser.all("main .word").isEmpty());
        assertThat(browser.all("main .word")).noneMatch(WebElement::isDisplayed);
        browser.one("#words").click();
        assertThat(browser.one("main .word").isDisplayed()).isTrue();
        assertThat(browser.one("#words").getText()).isEqualTo("Hide explanations");
    }

    @Test
    void theNumbersOfATopicMoveTogether() throws Exception {
        // given
        records.create("growing");
        records.sendEvent("growing", 1);
        browser.open(flow.page("topics/growing"));
        browser.awaitText(".facts", "Records\n1\n");

        // when
        records.sendEvent("growing", 2);
        browser.awaitText(".facts", "Records\n2\n");

        // then
        assertThat(browser.texts(".log .cells")).containsExactly("0\n2");
        assertThat(browser.texts("td[data-label=End]")).containsExactly("2");
    }

    @Test
    void numbersInTablesStayInOneLine() {
        browser.open(flow.page("topics"));
        browser.awaitText("tbody", "events");

        assertThat((Boolean) browser.run("return [...document.querySelectorAll('th.number, td.number')].every(cell => {"
                        + " const lines = document.createRange(); lines.selectNodeContents(cell);"
                        + " return new Set([...lines.getClientRects()].map(line => line.top)).size === 1; })"))
                .isTrue();
    }

    @Test
    void thePageIsThereWithinASecond() {
        browser.open(flow.page("topics"));
        browser.one("h1");

        Number firstPaint = await().atMost(SOON)
                .until(
                        () -> (Number) browser.run(
                                "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime"),
                        time -> time != null);

        assertThat(firstPaint.doubleValue()).isLessThan(1000);
    }

    private static WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private static boolean isLine() {
        return focused().getDomAttribute("class") != null
                && String.valueOf(focused().getDomAttribute("class")).startsWith("line");
    }
}
