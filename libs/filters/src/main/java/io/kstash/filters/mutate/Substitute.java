package io.kstash.filters.mutate;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.event.Template;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.RegexpSyntaxException;
import io.kstash.regexp.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code gsub}: replaces what a regular expression matches, in a text or in the texts of an array. */
record Substitute(FieldTemplate field, Function<Event, Regexp> pattern, Function<Event, Replacement> replacement)
        implements Mutation {
    private static final int PARTS = 3;

    /** One operation for each field, pattern and replacement. */
    static List<Mutation> all(Option<?> option, List<Object> triples) {
        if (triples.size() % PARTS != 0) {
            throw new InvalidOptionException(
                    option,
                    "must be a list of field, pattern and replacement, again and again, and not "
                            + RubyText.inspect(triples));
        }
        List<Mutation> all = new ArrayList<>();
        for (int i = 0; i < triples.size(); i += PARTS) {
            all.add(new Substitute(
                    FieldName.of(triples.get(i)),
                    pattern(option, triples.get(i + 1)),
                    replacement(RubyText.toS(triples.get(i + 2)))));
        }
        return all;
    }

    private static Function<Event, Regexp> pattern(Option<?> option, Object pattern) {
        if (!(pattern instanceof String text)) {
            throw new InvalidOptionException(
                    option, "has a pattern that is no text: write \"" + RubyText.toS(pattern) + "\"");
        }
        Template template = Template.of(text);
        if (!template.isConstant()) {
            return event -> Regexp.compile(template.render(event));
        }
        try {
            Regexp compiled = Regexp.compile(text);
            return event -> compiled;
        } catch (RegexpSyntaxException invalid) {
            throw new InvalidOptionException(option, "has a pattern that is " + invalid.getMessage());
        }
    }

    private static Function<Event, Replacement> replacement(String text) {
        Template template = Template.of(text);
        if (!template.isConstant()) {
            return event -> Replacement.of(template.render(event));
        }
        Replacement compiled = Replacement.of(text);
        return event -> compiled;
    }

    @Override
    public void apply(Event event) {
        FieldReference reference = field.resolve(event);
        Object value = event.get(reference);
        if (value instanceof String text) {
            event.set(reference, substitute(text, event));
        } else if (value instanceof List<?> list) {
            event.set(reference, substituteAll(list, event));
        }
    }

    private List<@Nullable Object> substituteAll(List<?> list, Event event) {
        List<@Nullable Object> substituted = new ArrayList<>(list.size());
        for (Object element : list) {
            substituted.add(element instanceof String text ? substitute(text, event) : element);
        }
        return substituted;
    }

    private String substitute(String text, Event event) {
        try {
            return pattern.apply(event).replaceAll(text, replacement.apply(event));
        } catch (IllegalArgumentException invalid) {
            throw new EventException("Cannot replace in " + field + ": " + invalid.getMessage(), invalid);
        }
    }
}
