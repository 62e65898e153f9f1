package io.kstash.browser;

import io.kstash.testing.brokers.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;

/** Makes the pictures of {@code docs/console.md}: {@code docs/console/make-screenshots}. */
@EnabledIfSystemProperty(named = "kstash.screenshots", matches = ".+")
class ScreenshotsTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @TempDir
    Path folder;

    @Test
    void ofTheMainPages() throws Exception {
        try (Launched up = Launched.start(
                folder,
                "up",
                "--kafka-port",
                "0",
                "--ui-port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--pipeline",
                Repository.root().resolve("docs/console/shop.conf").toString(),
                "--rate",
                "40",
                "--count",
                "0",
                "--partitions",
                "3")) {
            String address = up.await("Console +(\\S+)");
            rest(Duration.ofSeconds(75)); // So that the plots have something to show.
            browser.size(1280, 1430);
            picture(address, "pipeline", "pipeline", ".verdict dd");
            browser.size(1280, 1400);
            browser.open(address + "/#/topics/multi-test-topic?partition=0&from=beginning");
            browser.one(".line").click();
            browser.run("scrollTo(0, 0)");
            picture(address, "topic", "", ".opened");
            browser.size(1280, 1000);
            picture(address, "groups", "groups", "[data-group]");
            browser.size(420, 1300);
            picture(address, "narrow", "topics/multi-test-topic-processed", ".line");
            browser.open("about:blank"); // No page asks the flow for more after its end.
        }
    }

    /** Of what is shown, or of a page, once there is something of it. */
    private static void picture(String address, String name, String page, String css) throws IOException {
        if (!page.isEmpty()) {
            browser.open(address + "/#/" + page);
        }
        browser.one(css, Duration.ofMinutes(2));
        rest(Duration.ofSeconds(3));
        Path folder = Path.of(System.getProperty("kstash.screenshots"));
        Files.write(folder.resolve(name + ".png"), browser.driver().getScreenshotAs(OutputType.BYTES));
    }

    private static void rest(Duration duration) {
        Awaitility.await().pollDelay(duration).atMost(duration.plusSeconds(5)).until(() -> true);
    }
}
