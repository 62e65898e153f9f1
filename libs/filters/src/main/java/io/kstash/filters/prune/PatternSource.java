package io.kstash.filters.prune;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.RubyText;
import io.kstash.event.Template;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.RegexpSyntaxException;

/** Where a regular expression comes from: compiled once where it is constant, else made for each event. */
@FunctionalInterface
interface PatternSource {
    /**
     * The expression for this event.
     *
     * @throws EventException where the event does not make it one
     */
    Regexp of(Event event);

    /**
     * Reads it as it stands in the pipeline.
     *
     * @param interpolates whether {@code %{…}} is filled from the event
     * @throws InvalidOptionException where it is no regular expression, whatever the event
     */
    static PatternSource of(Option<?> option, Object literal, boolean interpolates) {
        if (!interpolates && !(literal instanceof String)) {
            throw new InvalidOptionException(
                    option, "must hold regular expressions as texts, and not " + RubyText.inspect(literal));
        }
        String text = RubyText.toS(literal);
        Template template = Template.of(text);
        if (interpolates && !template.isConstant()) {
            return event -> compile(template.render(event));
        }
        try {
            Regexp constant = Regexp.compile(text);
            return event -> constant;
        } catch (RegexpSyntaxException invalid) {
            throw new InvalidOptionException(option, "has a pattern that is " + invalid.getMessage());
        }
    }

    private static Regexp compile(String text) {
        try {
            return Regexp.compile(text);
        } catch (RegexpSyntaxException invalid) {
            throw new EventException("The pattern became what is " + invalid.getMessage(), invalid);
        }
    }
}
