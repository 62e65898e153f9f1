package io.kstash.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pattern that goes astray would run for years: the limit of these tests is there to fail them. */
@Timeout(60)
class SearchLimitTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String TEXT = "a".repeat(60) + "b";
    private static final Subject SUBJECT = Subject.of(TEXT);

    private final Regexp astray = Regexp.compile("^(a+)+$");

    @AfterEach
    void liftTheLimitOfThisThread() {
        SearchLimit.lift();
    }

    @Test
    void aSearchEndsAtTheLimitOfItsThread() {
        SearchLimit.begin(SHORT);

        assertThatThrownBy(() -> astray.find(TEXT))
                .isInstanceOf(SearchTimeoutException.class)
                .hasMessage("the search for /^(a+)+$/ took longer than 100 ms");
        assertThatThrownBy(() -> astray.search(SUBJECT, 0)).isInstanceOf(SearchTimeoutException.class);
    }

    @Test
    void manyShortSearchesEndAsOneLongDoes() {
        Regexp restOfTextForEachCharacter = Regexp.compile("a(?=a*)");
        SearchLimit.begin(SHORT);

        assertThatThrownBy(() -> restOfTextForEachCharacter.replaceAll("a".repeat(1_000_000), Replacement.of("b")))
                .isInstanceOf(SearchTimeoutException.class);
    }

    @Test
    void aLimitThatBeginsAgainHolds() {
        SearchLimit.begin(SHORT);
        SearchLimit.beginAgain();

        assertThatThrownBy(() -> astray.find(TEXT)).isInstanceOf(SearchTimeoutException.class);
    }

    @Test
    void everyThreadHasItsOwnLimit() throws InterruptedException {
        SearchLimit.begin(SHORT);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread other = new Thread(() -> Regexp.compile("^(a+)+$").find("a".repeat(26) + "b"));
        other.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));

        other.start();
        other.join();

        assertThat(failure).hasNullValue();
    }

    @Test
    void aSearchEndsAtItsOwnLimit() {
        SearchLimit.begin(LONG);

        assertThatThrownBy(() -> astray.search(SUBJECT, 0, SHORT))
                .hasMessage("the search for /^(a+)+$/ took longer than 100 ms");
        assertThat(Regexp.compile("b").find(TEXT)).isTrue();
    }

    @Test
    void aSearchWithALimitOfItsOwnLeavesTimeToOthers() {
        SearchLimit.begin(Duration.ofSeconds(2));

        assertThatThrownBy(() -> astray.search(SUBJECT, 0, LONG))
                .hasMessage("the search for /^(a+)+$/ took longer than 2000 ms");
        assertThat(Regexp.compile("b").find(TEXT)).isTrue();
    }

    @Test
    void aLongTextDoesNotHideThatTheTimeIsOver() {
        // Each attempt is short, but there is one for each of a million positions.
        Subject text = Subject.of("a".repeat(1_000_000));
        Regexp slow = Regexp.compile("a{1,5000}b");
        SearchLimit.begin(SHORT);

        assertThatThrownBy(() -> slow.search(text, 0)).isInstanceOf(SearchTimeoutException.class);
    }

    @Test
    void withoutALimitNothingIsCounted() {
        SearchLimit.begin(Duration.ofNanos(1));
        SearchLimit.lift();
        SearchLimit.beginAgain();

        assertThatCode(() -> Regexp.compile("(a|b)*c").find(TEXT.substring(40))).doesNotThrowAnyException();
    }
}
