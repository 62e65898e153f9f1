package io.kstash.filters.geoip;

import com.maxmind.db.CHMCache;
import com.maxmind.db.DatabaseRecord;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of MaxMind's format, mapped into memory. Thread-safe. */
final class GeoIpDatabase {
    private final Reader reader;

    private GeoIpDatabase(Reader reader) {
        this.reader = reader;
    }

    /**
     * Opens a database, for as long as the process runs.
     *
     * @param cacheSize how many of its values are remembered once decoded
     * @throws com.maxmind.db.InvalidDatabaseException where the file is no database
     * @throws com.maxmind.db.DeserializationException where it is a broken one
     * @throws IOException where it cannot be read
     */
    static GeoIpDatabase open(Path file, int cacheSize) throws IOException {
        return new GeoIpDatabase(new Reader(file.toFile(), new CHMCache(cacheSize)));
    }

    /** The type that its metadata names, such as {@code GeoLite2-City}. */
    String typeName() {
        return reader.getMetadata().getDatabaseType();
    }

    /** What it knows of an address, or of the first address of a host; null where it knows nothing. */
    @Nullable GeoRecord find(String addressOrHost) {
        try {
            InetAddress address = InetAddress.getAllByName(addressOrHost)[0];
            DatabaseRecord<Object> found = reader.getRecord(address, Object.class);
            return found.getData() instanceof Map<?, ?> data ? new GeoRecord(address, found.getNetwork(), data) : null;
        } catch (IOException noSuchHostOrBrokenRecord) {
            return null;
        }
    }
}
