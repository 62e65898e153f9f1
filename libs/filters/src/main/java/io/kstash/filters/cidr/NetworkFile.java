package io.kstash.filters.cidr;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The networks in a file, which is read again from time to time. A file that is empty or cannot be read then changes
 * nothing. While one thread reads, the others go on with what was there.
 */
final class NetworkFile implements IpRanges {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkFile.class);
    private static final String ANY_WHITE_SPACE = " ";

    private final Path path;
    private final String separator;
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final ReentrantLock refreshing = new ReentrantLock();
    /** Null as long as the file was empty each time. */
    private volatile @Nullable List<IpRange> networks;

    private volatile long refreshedAt;

    private NetworkFile(Path path, String separator, Duration interval, LongSupplier nanoTime) {
        this.path = path;
        this.separator = separator;
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    /** @throws IOException where the file cannot be read */
    static NetworkFile open(Path path, String separator, Duration interval, LongSupplier nanoTime) throws IOException {
        NetworkFile file = new NetworkFile(path, separator, interval, nanoTime);
        file.load();
        return file;
    }

    /** @throws EventException as long as the file was empty each time: Logstash cannot process an event then */
    @Override
    public List<IpRange> of(Event event) {
        if (nanoTime.getAsLong() - refreshedAt > intervalNanos && refreshing.tryLock()) {
            try {
                refresh();
            } finally {
                refreshing.unlock();
            }
        }
        List<IpRange> present = networks;
        if (present == null) {
            throw new EventException("There are no networks in " + path);
        }
        return present;
    }

    private void refresh() {
        try {
            load();
        } catch (IOException unreadable) {
            refreshedAt = nanoTime.getAsLong();
            LOG.atWarn()
                    .addKeyValue("file", path)
                    .setCause(unreadable)
                    .log("Cannot read the networks again, the old ones stay");
        }
    }

    private void load() throws IOException {
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        String[] texts = split(text);
        if (!text.isEmpty() && texts.length > 0) {
            networks = IpRange.all(Stream.of(texts));
        }
        refreshedAt = nanoTime.getAsLong();
    }

    /** As Ruby, to which a space is any white space. */
    private String[] split(String text) {
        return separator.equals(ANY_WHITE_SPACE) ? text.strip().split("\\s+") : text.split(Pattern.quote(separator));
    }
}
