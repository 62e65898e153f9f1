package io.kstash.filters.translate;

import io.kstash.event.JsonReader;
import io.kstash.event.JsonTextException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dictionary that is a JSON object. An empty file is an empty dictionary. */
final class JsonDictionary {
    private JsonDictionary() {}

    static Map<Object, @Nullable Object> read(Path file) throws IOException {
        String text = Utf8File.read(file);
        if (text.isEmpty()) {
            return Map.of();
        }
        if (parse(text) instanceof Map<?, ?> object) {
            return new LinkedHashMap<>(object);
        }
        throw new DictionaryException("is JSON, but not an object");
    }

    private static @Nullable Object parse(String text) {
        try {
            return JsonReader.readLast(text);
        } catch (JsonTextException notJson) {
            throw new DictionaryException("is broken: " + notJson.getMessage(), notJson);
        }
    }
}
