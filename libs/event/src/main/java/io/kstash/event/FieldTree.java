package io.kstash.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes along a path of names through nested maps and lists, as Logstash does: a number indexes a list (from
 * the end if negative), missing maps are created on the way, a scalar or null on the way is an error, and a name in a list is nowhere.
 */
final class FieldTree {
    /** Nobody means it who skips more, and a reference of a few characters could fill the memory. */
    private static final int MOST_SKIPPED_ELEMENTS = 1_000_000;

    private FieldTree() {}

    static @Nullable Object get(Map<String, @Nullable Object> root, String[] path) {
        Object node = root;
        for (String name : path) {
            node = child(node, name);
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    static boolean contains(Map<String, @Nullable Object> root, String[] path) {
        return hasChild(parent(root, path), last(path));
    }

    static @Nullable Object remove(Map<String, @Nullable Object> root, String[] path) {
        Object parent = parent(root, path);
        String name = last(path);
        if (parent instanceof Map<?, ?> map) {
            return map.remove(name);
        }
        if (parent instanceof List<?> list) {
            int index = index(list, name);
            return index < 0 ? null : list.remove(index);
        }
        return null;
    }

    static void set(
            Map<String, @Nullable Object> root, FieldReference reference, String[] path, @Nullable Object value) {
        Object node = root;
        for (int i = 0; i < path.length - 1; i++) {
            Object next = child(node, path[i]);
            if (next == null) {
                if (hasChild(node, path[i])) {
                    throw noHash(reference, null);
                }
                next = new LinkedHashMap<String, @Nullable Object>();
                put(node, path[i], next, reference);
            }
            node = next;
        }
        put(node, last(path), value, reference);
    }

    private static @Nullable Object parent(Map<String, @Nullable Object> root, String[] path) {
        Object node = root;
        for (int i = 0; i < path.length - 1 && node != null; i++) {
            node = child(node, path[i]);
        }
        return node;
    }

    private static @Nullable Object child(Object node, String name) {
        if (node instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (node instanceof List<?> list) {
            int index = index(list, name);
            return index < 0 ? null : list.get(index);
        }
        return null;
    }

    private static boolean hasChild(@Nullable Object node, String name) {
        if (node instanceof Map<?, ?> map) {
            return map.containsKey(name);
        }
        return node instanceof List<?> list && index(list, name) >= 0;
    }

    private static EventException noHash(FieldReference reference, @Nullable Object parent) {
        return new EventException("Cannot set " + reference + ": a parent of it is the value " + parent
                + " and not a hash; rename or remove that field first");
    }

    @SuppressWarnings("unchecked") // an event holds maps of names and lists of values only
    private static void put(Object node, String name, @Nullable Object value, FieldReference reference) {
        if (node instanceof Map<?, ?> map) {
            ((Map<String, @Nullable Object>) map).put(name, value);
        } else if (!(node instanceof List<?> list)) {
            throw noHash(reference, node);
        } else if (isInteger(name)) {
            putElement((List<@Nullable Object>) list, Integer.parseInt(name), value, reference);
        }
        // A list has no place for a name: Logstash forgets the value.
    }

    private static void putElement(
            List<@Nullable Object> list, int position, @Nullable Object value, FieldReference reference) {
        int index = position < 0 ? list.size() + position : position;
        if (index < 0) {
            throw new EventException("Cannot set " + reference + ": the list has only " + list.size() + " elements");
        }
        if (index - list.size() > MOST_SKIPPED_ELEMENTS) {
            throw new EventException("Cannot set " + reference + ": the list has only " + list.size()
                    + " elements, and no more than " + MOST_SKIPPED_ELEMENTS + " can be skipped");
        }
        while (list.size() <= index) {
            list.add(null);
        }
        list.set(index, value);
    }

    /** The index that the name stands for, or -1 where the list has no such element. */
    private static int index(List<?> list, String name) {
        if (!isInteger(name)) {
            return -1;
        }
        int position = Integer.parseInt(name);
        int index = position < 0 ? list.size() + position : position;
        return index < list.size() ? index : -1;
    }

    private static boolean isInteger(String name) {
        int start = name.startsWith("-") ? 1 : 0;
        // Nine digits always fit an int, and no list of an event is longer.
        if (name.length() == start || name.length() > start + 9) {
            return false;
        }
        for (int i = start; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String last(String[] path) {
        return path[path.length - 1];
    }
}
