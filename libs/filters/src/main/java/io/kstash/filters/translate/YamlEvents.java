package io.kstash.filters.translate;

import io.kstash.event.RubyText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Reads the events of a YAML parser as maps, lists and scalars. Nothing but those can come of it, whatever the tags. */
final class YamlEvents {
    private static final String MERGE = "<<";
    private static final Set<String> TEXT_TAGS = Set.of("tag:yaml.org,2002:str", "!str");
    private static final int DEEPEST = 1000;

    private final Iterator<Event> events;
    private final YamlScalars scalars;
    private final Map<String, @Nullable Object> anchored = new HashMap<>();
    private int depth;

    YamlEvents(Iterator<Event> events, YamlScalars scalars) {
        this.events = events;
        this.scalars = scalars;
    }

    /** As Logstash: the entries of all mappings at the top, be they in several documents or in a sequence. */
    Map<Object, @Nullable Object> mappings() {
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        while (events.hasNext()) {
            if (events.next() instanceof MappingStartEvent) {
                readEntries(entries);
            }
        }
        return entries;
    }

    private void readEntries(Map<Object, @Nullable Object> into) {
        for (Event key = events.next(); !key.is(Event.ID.MappingEnd); key = events.next()) {
            put(into, node(key), node(events.next()));
        }
    }

    private static void put(Map<Object, @Nullable Object> into, @Nullable Object key, @Nullable Object value) {
        if (MERGE.equals(key) && value instanceof Map<?, ?> merged) {
            into.putAll(merged);
        } else if (MERGE.equals(key) && value instanceof List<?> several && allMaps(several)) {
            // The first of them counts most.
            for (int i = several.size() - 1; i >= 0; i--) {
                into.putAll((Map<?, ?>) several.get(i));
            }
        } else {
            into.put(key, value);
        }
    }

    private static boolean allMaps(List<?> list) {
        return list.stream().allMatch(Map.class::isInstance);
    }

    private @Nullable Object node(Event event) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias.getAnchor());
        }
        @Nullable Object value = content(event);
        @Nullable String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchored.put(anchor, value);
        }
        return value;
    }

    private @Nullable Object aliased(String anchor) {
        if (!anchored.containsKey(anchor)) {
            throw new DictionaryException("is broken: *" + anchor + " stands for nothing before it");
        }
        return anchored.get(anchor);
    }

    private @Nullable Object content(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (++depth > DEEPEST) {
            throw new DictionaryException("is nested too deep: " + DEEPEST + " levels are the limit");
        }
        Object collection = event instanceof MappingStartEvent ? nestedMapping() : sequence();
        depth--;
        return collection;
    }

    private List<@Nullable Object> sequence() {
        List<@Nullable Object> list = new ArrayList<>();
        for (Event element = events.next(); !element.is(Event.ID.SequenceEnd); element = events.next()) {
            list.add(node(element));
        }
        return list;
    }

    /** An event holds names that are texts, so a number as a key becomes one. */
    private Map<String, @Nullable Object> nestedMapping() {
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        readEntries(entries);
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        entries.forEach((key, value) -> named.put(RubyText.toS(key), value));
        return named;
    }

    private @Nullable Object scalar(ScalarEvent scalar) {
        if (scalar.getImplicit().canOmitTagInNonPlainScalar()) {
            return scalar.getValue();
        }
        boolean text = TEXT_TAGS.contains(String.valueOf(scalar.getTag()));
        return text ? scalar.getValue() : scalars.valueOf(scalar.getValue());
    }
}
