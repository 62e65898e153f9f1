package io.kstash.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium, as a JUnit extension: one for all test classes of this module. Where none is installed the tests are
 * skipped. Whatever a page complains of in the browser's log, a script that the policy forbids included, fails the test.
 */
final class Browser implements BeforeAllCallback, AfterEachCallback {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration SOON = Duration.ofSeconds(20);
    /** Says at each start that it does not know the newest Chromium's debugger, which is not used. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final Dimension DESKTOP = new Dimension(1280, 900);

    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "There is no Chromium: apt-get install chromium chromium-driver");
        driver();
    }

    private static ChromeDriver start() {
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        ChromeOptions options = new ChromeOptions()
                .setBinary(CHROMIUM.toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage");
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        driver.manage().window().setSize(DESKTOP);
        return driver;
    }

    /** Starts with its first use, and ends with the process: Surefire runs each class as if it were the only one. */
    private static final class Shared {
        static final ChromeDriver DRIVER = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(DRIVER::quit, "end of the browser"));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        driver().manage().window().setSize(DESKTOP);
        assertThat(driver().manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }

    ChromeDriver driver() {
        return Shared.DRIVER;
    }

    /** Opens a page anew, also if only what is behind the # is different. */
    void open(String address) {
        driver().get("about:blank");
        driver().get(address);
    }

    /** Of the window, until the test ends. */
    void size(int width, int height) {
        driver().manage().window().setSize(new Dimension(width, height));
    }

    WebElement one(String css) {
        return one(css, SOON);
    }

    /** The first such element, once it is there and can be seen. */
    WebElement one(String css, Duration limit) {
        return Awaitility.await()
                .ignoreExceptions()
                .atMost(limit)
                .until(() -> driver().findElement(By.cssSelector(css)), WebElement::isDisplayed);
    }

    List<WebElement> all(String css) {
        return driver().findElements(By.cssSelector(css));
    }

    /** The texts of all elements, in the order of the page. */
    List<String> texts(String css) {
        return all(css).stream().map(WebElement::getText).toList();
    }

    /** Waits for a text in an element that may be drawn anew meanwhile. */
    void awaitText(String css, String text) {
        awaitText(css, text, SOON);
    }

    /** The same with another patience. */
    void awaitText(String css, String text, Duration limit) {
        Awaitility.await()
                .ignoreException(StaleElementReferenceException.class)
                .atMost(limit)
                .untilAsserted(() -> assertThat(String.join("\n", texts(css))).contains(text));
    }

    Object run(String script) {
        return driver().executeScript(script);
    }
}
