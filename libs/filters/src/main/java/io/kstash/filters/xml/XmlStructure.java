package io.kstash.filters.xml;

import io.kstash.filters.xml.XmlElement.XmlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes maps and lists of elements as XmlSimple 1.1.9 does.
 *
 * @param forceArray whether an element becomes a list even where there is only one of its name
 * @param forceContent whether an element that has only text becomes a map with it as content
 * @param suppressEmpty whether an empty element is left out; else it becomes an empty map
 */
record XmlStructure(boolean forceArray, boolean forceContent, boolean suppressEmpty) {
    private static final String CONTENT = "content";
    private static final String ANONYMOUS = "anon";

    /**
     * The structure of the document; null where it is empty.
     *
     * @throws XmlException where the text is not XML
     */
    @Nullable Object of(String text) {
        Entities entities = new Entities();
        return new Collapse(entities).collapse(XmlReader.read(text, entities));
    }

    private final class Collapse {
        private final Entities entities;

        Collapse(Entities entities) {
            this.entities = entities;
        }

        private @Nullable Object collapse(XmlElement element) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            element.attributes().forEach((name, value) -> result.put(name, entities.expand(value)));
            if (!element.children().isEmpty()) {
                addChildren(element, result);
                addMixedContent(element, result);
            } else if (!element.texts().isEmpty()) {
                return ofText(element, result);
            }
            return folded(result);
        }

        private void addChildren(XmlElement element, Map<String, @Nullable Object> result) {
            for (XmlElement child : element.children()) {
                Object value = collapse(child);
                boolean leftOut =
                        suppressEmpty && isEmpty(value) && element.attributes().isEmpty();
                if (!leftOut) {
                    merge(child.name().local(), value, result);
                }
            }
        }

        /** Text between elements is not expanded. */
        private void addMixedContent(XmlElement element, Map<String, @Nullable Object> result) {
            List<String> texts = element.texts().stream().map(XmlText::written).toList();
            if (!isBlank(String.join("", texts))) {
                result.put(CONTENT, texts.size() == 1 ? texts.get(0) : new ArrayList<>(texts));
            }
        }

        private Object ofText(XmlElement element, Map<String, @Nullable Object> result) {
            String text = element.texts().stream()
                    .map(part -> part.literal() ? part.written() : entities.expand(part.written()))
                    .collect(Collectors.joining());
            if (element.attributes().isEmpty()) {
                if (isBlank(text)) {
                    return result;
                }
                if (!forceContent) {
                    return text;
                }
            }
            merge(CONTENT, text, result);
            return result;
        }
    }

    private void merge(String key, @Nullable Object value, Map<String, @Nullable Object> into) {
        if (!into.containsKey(key)) {
            boolean single = !(value instanceof List<?>) && (!forceArray || key.equals(CONTENT));
            into.put(key, single ? value : listOf(value));
        } else if (into.get(key) instanceof List<?> present) {
            append(present, value);
        } else {
            List<@Nullable Object> both = listOf(into.get(key));
            both.add(value);
            into.put(key, both);
        }
    }

    private static List<@Nullable Object> listOf(@Nullable Object value) {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(value);
        return list;
    }

    @SuppressWarnings("unchecked") // made here
    private static void append(List<?> list, @Nullable Object value) {
        ((List<@Nullable Object>) list).add(value);
    }

    /** A map whose only list is called anon is that list. */
    private @Nullable Object folded(Map<String, @Nullable Object> result) {
        long lists = result.values().stream().filter(List.class::isInstance).count();
        if (lists == 1 && result.get(ANONYMOUS) instanceof List<?> anonymous) {
            return anonymous;
        }
        return result.isEmpty() && suppressEmpty ? null : result;
    }

    private static boolean isEmpty(@Nullable Object value) {
        if (value instanceof String text) {
            return isBlank(text);
        }
        return value == null || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    /** True where the text has white space only: that of ASCII, as in Ruby. */
    static boolean isBlank(String text) {
        return text.chars().allMatch(character -> " \t\n\u000b\f\r".indexOf(character) >= 0);
    }
}
