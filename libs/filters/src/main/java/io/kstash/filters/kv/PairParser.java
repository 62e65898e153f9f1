package io.kstash.filters.kv;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.Template;
import io.kstash.regexp.Match;
import io.kstash.regexp.Subject;
import java.util.function.Predicate;

/** Finds the pairs in a text. Immutable. */
final class PairParser {
    private static final int DEEPEST = 1000;

    private final PairPattern pattern;
    private final TextChange keyChange;
    private final TextChange valueChange;
    private final KeySelection selection;
    private final Template prefix;
    private final Acceptance acceptance;

    PairParser(
            PairPattern pattern,
            TextChange keyChange,
            TextChange valueChange,
            KeySelection selection,
            Template prefix,
            Acceptance acceptance) {
        this.pattern = pattern;
        this.keyChange = keyChange;
        this.valueChange = valueChange;
        this.selection = selection;
        this.prefix = prefix;
        this.acceptance = acceptance;
    }

    /**
     * Adds the pairs of a text to those that there are.
     *
     * @throws EventException where a text of the options cannot be filled from the event
     * @throws io.kstash.regexp.SearchTimeoutException where a search takes too long
     * @throws DeadlineException where all of them take too long
     */
    void parse(String text, Event event, Deadline deadline, Pairs pairs) {
        parse(text, new Context(event, deadline, 0), pairs);
    }

    private void parse(String text, Context context, Pairs pairs) {
        Subject subject = Subject.of(text);
        if (!pattern.hasPairs(subject, context.deadline)) {
            return;
        }
        Predicate<String> selected = selection.of(context.event);
        Match match = pattern.search(subject, 0, context.deadline);
        while (match != null) {
            add(match, selected, context, pairs);
            int next = match.end() > match.begin() ? match.end() : subject.next(match.end());
            match = pattern.search(subject, next, context.deadline);
        }
    }

    private void add(Match match, Predicate<String> selected, Context context, Pairs pairs) {
        String foundValue = PairPattern.value(match);
        if (foundValue.isEmpty() && !acceptance.emptyValues) {
            return;
        }
        String unprefixed = keyChange.apply(PairPattern.key(match));
        if (!selected.test(unprefixed)) {
            return;
        }
        String key = prefix.render(context.event) + unprefixed;
        String value = valueChange.apply(foundValue);
        if (acceptance.duplicateValues || !pairs.has(key, value)) {
            pairs.add(key, acceptance.recursive ? pairsOrText(value, context) : value);
        }
    }

    private Object pairsOrText(String value, Context context) {
        Pairs inner = new Pairs();
        parse(value, context.deeper(), inner);
        return inner.asMap().isEmpty() ? value : inner.asMap();
    }

    /**
     * What is taken for a pair.
     *
     * @param recursive whether values are looked through for pairs in turn
     */
    record Acceptance(boolean emptyValues, boolean duplicateValues, boolean recursive) {}

    private record Context(Event event, Deadline deadline, int depth) {
        Context deeper() {
            if (depth == DEEPEST) {
                throw new EventException("There are pairs in pairs in more than " + DEEPEST + " levels");
            }
            return new Context(event, deadline, depth + 1);
        }
    }
}
