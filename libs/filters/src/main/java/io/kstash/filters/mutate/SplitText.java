package io.kstash.filters.mutate;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into an array, as Ruby's {@code split}: empty parts at the end are left out. */
record SplitText(FieldTemplate field, Object separator) implements Mutation {
    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\n\\x0B\\f\\r]+");

    static Mutation of(String field, Object separator) {
        return new SplitText(FieldTemplate.literal(field), separator);
    }

    @Override
    public void apply(Event event) {
        FieldReference reference = field.resolve(event);
        if (event.get(reference) instanceof String text) {
            event.set(reference, new ArrayList<>(parts(text)));
        }
    }

    private List<String> parts(String text) {
        if (!(separator instanceof String at)) {
            throw new EventException("A separator has to be a text, and not " + RubyText.inspect(separator));
        }
        if (text.isEmpty()) {
            return List.of();
        }
        if (at.isEmpty()) {
            return text.codePoints().mapToObj(Character::toString).toList();
        }
        // A single space has a meaning of its own in Ruby: any run of white space, also at the start.
        return at.equals(" ")
                ? split(WHITE_SPACE, text.replaceFirst("^" + WHITE_SPACE, ""))
                : split(Pattern.compile(Pattern.quote(at)), text);
    }

    private static List<String> split(Pattern at, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        // Java, unlike Ruby, answers the text itself where nothing is left, or leaves out an empty part at the start.
        List<String> parts = new ArrayList<>(Arrays.asList(at.split(text, -1)));
        while (!parts.isEmpty() && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return parts;
    }
}
