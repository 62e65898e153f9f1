package io.kstash.filters.cidr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.Timestamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFileTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Path file;
    private long nanoTime;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("networks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\n' | '10.0.0.0/8\n\nbad\n fd00::/8\nfe80::/64\n' | '10.0.0.0/8,fe80::/64'",
                "','  | '10.0.0.0/8,fd00::/8\n'                       | '10.0.0.0/8'",
                "'; ' | '10.0.0.0/8; fd00::/8;fe80::/64'              | '10.0.0.0/8'",
                "' '  | ' 10.0.0.0/8\n\tfd00::/8  '                   | '10.0.0.0/8,fd00::/8'"
            })
    void theFileIsCutAtTheSeparator(String separator, String text, String networks) throws Exception {
        Files.writeString(file, text);

        IpRanges opened = NetworkFile.open(file, separator, MINUTE, () -> nanoTime);

        assertThat(networksOf(opened)).isEqualTo(expected(networks));
    }

    @Test
    void theFileIsReadAgainOnlyAfterTheInterval() throws Exception {
        IpRanges opened = open("10.0.0.0/8");

        Files.writeString(file, "11.0.0.0/8");
        nanoTime += MINUTE.toNanos();
        assertThat(networksOf(opened)).isEqualTo(expected("10.0.0.0/8"));

        nanoTime += 1;
        assertThat(networksOf(opened)).isEqualTo(expected("11.0.0.0/8"));
    }

    @Test
    void whatCannotBeReadAgainChangesNothing() throws Exception {
        IpRanges opened = open("10.0.0.0/8");

        Files.delete(file);
        nanoTime += 2 * MINUTE.toNanos();
        assertThat(networksOf(opened)).isEqualTo(expected("10.0.0.0/8"));

        Files.writeString(file, "\n\n");
        nanoTime += 2 * MINUTE.toNanos();
        assertThat(networksOf(opened)).isEqualTo(expected("10.0.0.0/8"));
    }

    @Test
    void anEventFailsWhileTheFileHasNeverHadNetworks() throws Exception {
        IpRanges opened = open("");

        assertThatThrownBy(() -> networksOf(opened))
                .isInstanceOf(EventException.class)
                .hasMessage("There are no networks in " + file);

        Files.writeString(file, "10.0.0.0/8");
        nanoTime += 2 * MINUTE.toNanos();
        assertThat(networksOf(opened)).isEqualTo(expected("10.0.0.0/8"));
    }

    private IpRanges open(String text) throws IOException {
        Files.writeString(file, text);
        return NetworkFile.open(file, "\n", MINUTE, () -> nanoTime);
    }

    private static List<IpRange> networksOf(IpRanges ranges) {
        return ranges.of(Event.at(Timestamp.ofEpochMilli(0)));
    }

    private static List<IpRange> expected(String networks) {
        return IpRange.all(Stream.of(networks.split(",")));
    }
}
