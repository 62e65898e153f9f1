package io.kstash.benchmarks.report;

import io.kstash.benchmarks.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;

/** What was measured on, and which versions. */
final class Machine {
    private static final double KILOBYTES_PER_GIBIBYTE = 1024.0 * 1024;

    private Machine() {}

    static List<String> describe() {
        List<String> facts = new ArrayList<>();
        facts.add(LocalDate.now(ZoneId.systemDefault())
                + commit().map(commit -> ", kstash at commit " + commit).orElse(""));
        facts.add(value("/proc/cpuinfo", "model name") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, " + memory() + ", Linux "
                + System.getProperty("os.version"));
        facts.add("Java " + Runtime.version() + ", Kafka and its clients " + AppInfoParser.getVersion());
        firstLine("kcat", "-V").ifPresent(facts::add);
        firstLine("rsyslogd", "-v").ifPresent(facts::add);
        return facts;
    }

    private static Optional<String> commit() {
        return Programs.output("git", "-C", System.getProperty("kstash.home", "."), "rev-parse", "--short", "HEAD");
    }

    private static String memory() {
        long kilobytes = Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", ""));
        return String.format(Locale.ROOT, "%.0f GiB of memory", kilobytes / KILOBYTES_PER_GIBIBYTE);
    }

    /** Of the first line {@code name : value}. */
    private static String value(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line that tells a version. */
    private static Optional<String> firstLine(String program, String option) {
        return Programs.output(program, option)
                .flatMap(text -> text.lines()
                        .filter(line -> line.matches(".*\\d\\.\\d.*"))
                        .findFirst())
                .map(line -> program + ": " + line.strip());
    }
}
