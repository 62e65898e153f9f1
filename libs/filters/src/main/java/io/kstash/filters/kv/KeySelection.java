package io.kstash.filters.kv;

import io.kstash.event.Event;
import io.kstash.event.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The keys that count.
 *
 * @param included these only; all where there is none
 * @param excluded but not these
 */
record KeySelection(Names included, Names excluded) {
    static KeySelection of(List<String> included, List<String> excluded) {
        return new KeySelection(Names.of(included), Names.of(excluded));
    }

    /** Whether a key counts for this event. */
    Predicate<String> of(Event event) {
        Set<String> only = included.of(event);
        Set<String> not = excluded.of(event);
        return key -> (only.isEmpty() || only.contains(key)) && !not.contains(key);
    }

    private record Names(List<Template> templates, Optional<Set<String>> constant) {
        static Names of(List<String> texts) {
            List<Template> templates = texts.stream().map(Template::of).toList();
            boolean constant = templates.stream().allMatch(Template::isConstant);
            return new Names(templates, constant ? Optional.of(Set.copyOf(texts)) : Optional.empty());
        }

        Set<String> of(Event event) {
            return constant.orElseGet(() ->
                    templates.stream().map(template -> template.render(event)).collect(Collectors.toSet()));
        }
    }
}
