package io.kstash.filters.cidr;

import io.kstash.event.Event;
import io.kstash.event.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The networks that the pipeline's author gave.
 *
 * @param constant those that are the same for all events
 * @param fromEvent texts that an event fills
 */
record GivenNetworks(List<IpRange> constant, List<Template> fromEvent) implements IpRanges {
    static GivenNetworks of(List<String> texts) {
        List<IpRange> constant = new ArrayList<>();
        List<Template> fromEvent = new ArrayList<>();
        for (String text : texts) {
            Template template = Template.of(text);
            if (template.isConstant()) {
                constant.addAll(IpRange.all(split(text)));
            } else {
                fromEvent.add(template);
            }
        }
        return new GivenNetworks(List.copyOf(constant), List.copyOf(fromEvent));
    }

    @Override
    public List<IpRange> of(Event event) {
        if (fromEvent.isEmpty()) {
            return constant;
        }
        List<IpRange> all = new ArrayList<>(constant);
        fromEvent.forEach(text -> all.addAll(IpRange.all(split(text.render(event)))));
        return all;
    }

    private static Stream<String> split(String text) {
        return Arrays.stream(text.split(",")).map(String::strip);
    }
}
