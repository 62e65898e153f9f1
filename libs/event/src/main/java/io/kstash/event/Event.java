package io.kstash.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What travels through a pipeline: named fields, and metadata that filters see and outputs do not.
 *
 * <p>Values are {@link String}, {@link Long}, {@link java.math.BigInteger}, {@link Double}, {@link Boolean},
 * {@link Timestamp}, {@code null}, {@code Map<String, Object>} and {@code List<Object>}, nested at will. Whoever puts a
 * map or list into an event gives it away.
 *
 * <p>Not thread-safe: an event belongs to one thread at a time.
 */
public final class Event {
    public static final String METADATA = "@metadata";
    public static final String TIMESTAMP = "@timestamp";
    public static final String VERSION = "@version";
    public static final String TAGS = "tags";

    private static final FieldReference TAGS_REFERENCE = FieldReference.ofName(TAGS);
    private static final String FORMAT_VERSION = "1";

    private final Map<String, @Nullable Object> fields;
    private Map<String, @Nullable Object> metadata;

    private Event(Map<String, @Nullable Object> fields, Map<String, @Nullable Object> metadata) {
        this.fields = fields;
        this.metadata = metadata;
    }

    /**
     * An event of decoded fields, made whole as Logstash does: {@code @version} and {@code @timestamp} are added where
     * they are missing, {@code @metadata} becomes the metadata, a {@code @timestamp} that cannot be read is kept as
     * {@code _@timestamp} and tagged, and so are tags that are not texts (as {@code _tags}).
     *
     * @param fields become the event's own: the caller gives the map away
     * @param defaultTimestamp the time of an event that brings none
     * @throws EventException where {@code @metadata} is no hash
     */
    public static Event of(Map<String, @Nullable Object> fields, Timestamp defaultTimestamp) {
        Event event = new Event(fields, takeMetadata(fields));
        if (!fields.containsKey(VERSION)) {
            fields.put(VERSION, FORMAT_VERSION);
        }
        event.initTags();
        event.initTimestamp(defaultTimestamp);
        return event;
    }

    /** An event without further fields. */
    public static Event at(Timestamp timestamp) {
        return of(new LinkedHashMap<>(), timestamp);
    }

    /** The value of the field, or null where it is missing or null. The value is the event's own: do not change it. */
    public @Nullable Object get(FieldReference reference) {
        if (reference.inMetadata() && reference.path().length == 0) {
            return metadata;
        }
        return FieldTree.get(root(reference), reference.path());
    }

    /** True where the field exists, be it with a null value. */
    public boolean contains(FieldReference reference) {
        return reference.path().length == 0 || FieldTree.contains(root(reference), reference.path());
    }

    /**
     * Sets a field, creating the hashes above it.
     *
     * @throws EventException where a parent is a scalar, {@code @timestamp} would be no timestamp, or tags no texts
     * @throws IllegalArgumentException where an event can hold no such value, as an {@code Integer}: a fault of the caller
     */
    public void set(FieldReference reference, @Nullable Object value) {
        if (reference.isTimestamp() && !(value instanceof Timestamp)) {
            throw new EventException("@timestamp can only be a timestamp, and not " + value);
        }
        setLeniently(reference, value);
    }

    /**
     * Sets a field as {@link #set} does, but {@code @timestamp} may become anything, as where a plugin of Logstash sets it
     * that is written in Java.
     *
     * @throws EventException where a parent is a scalar, or tags would be no texts
     * @throws IllegalArgumentException where an event can hold no such value, as an {@code Integer}: a fault of the caller
     */
    public void setLeniently(FieldReference reference, @Nullable Object value) {
        Values.require(reference, value);
        if (reference.path().length == 0) {
            setMetadata(value);
            return;
        }
        if (reference.isBelowTags() || (reference.isTags() && !areTags(value))) {
            throw new EventException("tags can only be texts, and not " + value);
        }
        FieldTree.set(root(reference), reference, reference.path(), value);
    }

    /** Removes a field and answers what it was; null where it was not there. */
    public @Nullable Object remove(FieldReference reference) {
        if (reference.path().length == 0) {
            Map<String, @Nullable Object> removed = metadata;
            metadata = new LinkedHashMap<>();
            return removed;
        }
        return FieldTree.remove(root(reference), reference.path());
    }

    /** Adds a tag unless it is there. */
    public void tag(String tag) {
        List<@Nullable Object> tags = tags();
        if (!tags.contains(tag)) {
            tags.add(tag);
        }
        set(TAGS_REFERENCE, tags);
    }

    /** A copy of the tags as a list, also where the event has one tag as a text, or none. */
    public List<@Nullable Object> tags() {
        Object tags = fields.get(TAGS);
        if (tags == null) {
            return new ArrayList<>();
        }
        return tags instanceof Collection<?> several ? new ArrayList<>(several) : new ArrayList<>(List.of(tags));
    }

    /** The event's time; null only where a filter removed it or made it something else. */
    public @Nullable Timestamp timestamp() {
        return fields.get(TIMESTAMP) instanceof Timestamp timestamp ? timestamp : null;
    }

    /** All fields without the metadata, in the order in which they came. It is a view: do not change it. */
    public Map<String, @Nullable Object> fields() {
        return fields;
    }

    /** The metadata: filters see it, outputs do not. It is a view: do not change it. */
    public Map<String, @Nullable Object> metadata() {
        return metadata;
    }

    /** An event of its own with the same fields and metadata. */
    public Event copy() {
        return new Event(Values.copyOfMap(fields), Values.copyOfMap(metadata));
    }

    private Map<String, @Nullable Object> root(FieldReference reference) {
        return reference.inMetadata() ? metadata : fields;
    }

    private void initTimestamp(Timestamp defaultTimestamp) {
        Object given = fields.get(TIMESTAMP);
        if (given == null) {
            fields.put(TIMESTAMP, defaultTimestamp);
        } else if (!(given instanceof Timestamp)) {
            initTimestamp(given, defaultTimestamp);
        }
    }

    private void initTimestamp(Object given, Timestamp defaultTimestamp) {
        Optional<Timestamp> parsed = given instanceof String text ? Timestamp.parse(text) : Optional.empty();
        fields.put(TIMESTAMP, parsed.orElse(defaultTimestamp));
        if (parsed.isEmpty()) {
            fields.put("_" + TIMESTAMP, given);
            tag("_timestampparsefailure");
        }
    }

    private void initTags() {
        if (fields.containsKey(TAGS) && !areTags(fields.get(TAGS))) {
            List<@Nullable Object> failed = new ArrayList<>();
            failed.add(fields.get(TAGS));
            fields.put("_" + TAGS, failed);
            fields.put(TAGS, new ArrayList<>(List.of("_tagsparsefailure")));
        }
    }

    private static Map<String, @Nullable Object> takeMetadata(Map<String, @Nullable Object> fields) {
        return fields.containsKey(METADATA) ? asMetadata(fields.remove(METADATA)) : new LinkedHashMap<>();
    }

    private void setMetadata(@Nullable Object value) {
        metadata = asMetadata(value);
    }

    @SuppressWarnings("unchecked") // an event holds maps of names only
    private static Map<String, @Nullable Object> asMetadata(@Nullable Object value) {
        if (!(value instanceof Map<?, ?>)) {
            throw new EventException("[@metadata] can only be a hash, and not " + value);
        }
        return (Map<String, @Nullable Object>) value;
    }

    private static boolean areTags(@Nullable Object value) {
        return value instanceof String
                || (value instanceof Collection<?> several && several.stream().allMatch(String.class::isInstance));
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
