package io.kstash.filters.kv;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.Values;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import io.kstash.regexp.SearchTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds pairs in a field, and puts them under the target or to the top of the event. */
final class KvFilter implements Filter {
    private final FieldReference source;
    private final Optional<FieldReference> target;
    private final PairParser parser;
    private final Map<String, Object> defaults;
    private final Failures failures;
    private final Outcome matched;

    /** @param defaults the values of keys that are not found */
    KvFilter(
            FieldReference source,
            Optional<FieldReference> target,
            PairParser parser,
            Map<String, Object> defaults,
            Failures failures) {
        this.source = source;
        this.target = target;
        this.parser = parser;
        this.defaults = defaults;
        this.failures = failures;
        this.matched = new Outcome.Matched(Optional.of(failures.tags()));
    }

    @Override
    public Outcome filter(Event event) {
        try {
            Map<String, @Nullable Object> pairs = withDefaults(pairsIn(event.get(source), event));
            if (pairs.isEmpty()) {
                return Outcome.UNMATCHED;
            }
            store(pairs, event);
            return matched;
        } catch (SearchTimeoutException | DeadlineException tooLong) {
            return new Outcome.TimedOut(failures.timeoutTag(), String.valueOf(tooLong.getMessage()));
        } catch (EventException doesNotFit) {
            failures.tags().forEach(event::tag);
        }
        return Outcome.UNMATCHED;
    }

    /** Of a text, or of all texts of an array; of anything else none. */
    private Pairs pairsIn(@Nullable Object value, Event event) {
        Deadline deadline = Deadline.in(failures.timeout());
        Pairs pairs = new Pairs();
        if (value instanceof String text) {
            parser.parse(text, event, deadline, pairs);
        } else if (value instanceof List<?> list) {
            list.forEach(element -> parser.parse(textOf(element), event, deadline, pairs));
        }
        return pairs;
    }

    private static String textOf(@Nullable Object element) {
        if (element == null) {
            return "";
        }
        if (element instanceof String text) {
            return text;
        }
        throw new EventException("There are no pairs in " + element + ": it is not a text");
    }

    private Map<String, @Nullable Object> withDefaults(Pairs pairs) {
        if (defaults.isEmpty()) {
            return pairs.asMap();
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        defaults.forEach((key, value) -> all.put(key, Values.copyOf(value)));
        all.putAll(pairs.asMap());
        return all;
    }

    private void store(Map<String, @Nullable Object> pairs, Event event) {
        if (target.isPresent()) {
            event.set(target.get(), pairs);
        } else {
            pairs.forEach((key, value) -> event.set(FieldReference.of(key), value));
        }
    }

    /**
     * When an event fails, and what becomes of it.
     *
     * @param timeout how long parsing may take; zero for as long as it takes
     */
    record Failures(List<String> tags, Duration timeout, String timeoutTag) {}
}
