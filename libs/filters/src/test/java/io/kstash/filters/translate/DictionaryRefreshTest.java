package io.kstash.filters.translate;

import static io.kstash.filters.translate.TranslateFilters.translation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.plugin.Filter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryRefreshTest {
    @TempDir
    private Path folder;

    private final TranslateFilters.ByHand schedule = new TranslateFilters.ByHand();
    private Path file;
    private long second;

    @BeforeEach
    void writeADictionary() throws Exception {
        file = folder.resolve("d.csv");
        write("a,1\nb,2\nc,3\n");
    }

    @ParameterizedTest
    @CsvSource({"merge, 3", "replace, none"})
    void aChangedFileIsReadAndItsOldEntriesAreKeptOrDropped(String behaviour, String ofRemoved) throws Exception {
        Filter filter = filter(Map.of("refresh_behaviour", behaviour));
        assertThat(translation(filter, "c")).isEqualTo("3");

        write("a,1\nb,20\nd,4\n");
        schedule.run();

        assertThat(translation(filter, "b")).isEqualTo("20");
        assertThat(translation(filter, "d")).isEqualTo("4");
        assertThat(translation(filter, "c")).isEqualTo(ofRemoved);
    }

    @Test
    void theFileIsNotReadBefore() throws Exception {
        Filter filter = filter(Map.of());

        write("a,10\n");

        assertThat(translation(filter, "a")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"300, 1", "301, 10"})
    void aFileThatLooksUnchangedIsReadOnlyWhereIntervalsAreLong(long interval, String expected) throws Exception {
        Filter filter = filter(Map.of("refresh_interval", interval));
        FileTime before = Files.getLastModifiedTime(file);

        Files.writeString(file, "a,10\n");
        Files.setLastModifiedTime(file, before);
        schedule.run();

        assertThat(translation(filter, "a")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"merge", "replace"})
    void aFileThatBreaksOrGoesLeavesTheOldDictionary(String behaviour) throws Exception {
        Filter filter = filter(Map.of("refresh_behaviour", behaviour));

        write("a,10\n\"b\"x,20\n");
        schedule.run();
        assertThat(translation(filter, "a")).isEqualTo("1");

        Files.delete(file);
        schedule.run();
        assertThat(translation(filter, "b")).isEqualTo("2");

        write("a,100\n");
        schedule.run();
        assertThat(translation(filter, "a")).isEqualTo("100");
    }

    @Test
    void aKeyThatBecomesNoRegularExpressionLeavesTheOldDictionary() throws Exception {
        Filter filter = filter(Map.of("regex", "true"));

        write("a,10\n(,20\n");
        schedule.run();

        assertThat(translation(filter, "a")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"300, PT5M", "1, PT1S", "0.5, PT0.5S"})
    void theIntervalIsInSeconds(String interval, Duration expected) {
        filter(Map.of("refresh_interval", interval));

        assertThat(schedule.intervals).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void withoutAnIntervalThereIsNoRefresh(long interval) {
        filter(Map.of("refresh_interval", interval));

        assertThat(schedule.intervals).isEmpty();
    }

    @Test
    void eventsOnOtherThreadsSeeOneDictionaryOrTheOther() throws Exception {
        Filter filter = filter(Map.of());
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<Boolean> alwaysATranslation = reader.submit(() -> {
            boolean all = true;
            while (!done.get()) {
                all &= !"none".equals(translation(filter, "a"));
            }
            return all;
        });

        for (int i = 0; i < 200; i++) {
            write("a," + i + "\n");
            schedule.run();
        }
        done.set(true);
        reader.shutdown();

        assertThat(alwaysATranslation.get()).isTrue();
        assertThat(translation(filter, "a")).isEqualTo("199");
    }

    @Test
    void theThreadOfTheProcessRefreshesByItself() throws Exception {
        Filter filter = TranslateFilters.create(
                Map.of("dictionary_path", file.toString(), "refresh_interval", 0.01), RefreshThread::refresh);

        write("a,10\n");

        await().atMost(Duration.ofSeconds(30)).until(() -> "10".equals(translation(filter, "a")));
    }

    private Filter filter(Map<String, Object> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.put("dictionary_path", file.toString());
        all.put("fallback", "none");
        return TranslateFilters.create(all, schedule);
    }

    /** Each time with another time of modification, however coarse the file system's clock is. */
    private void write(String text) throws Exception {
        Files.writeString(file, text);
        second++;
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000));
    }
}
