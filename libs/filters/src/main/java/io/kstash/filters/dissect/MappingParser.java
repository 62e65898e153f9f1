package io.kstash.filters.dissect;

import io.kstash.event.FieldTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles a mapping, such as {@code <%{pri}>%{ts} %{+ts} %{host->} %{?key}=%{&key}}. Not thread-safe. */
final class MappingParser {
    private static final Pattern PLACE = Pattern.compile("(.*?)%\\{([^}]*)\\}", Pattern.DOTALL);

    private final String text;
    private final List<Place> places = new ArrayList<>();
    private final List<PlaceName> names = new ArrayList<>();

    MappingParser(String text) {
        this.text = text;
    }

    /** @throws MappingSyntaxException where a field of it has no name or two roles, or there is none */
    Mapping parse() {
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            add(matcher.group(1), PlaceName.parse(matcher.group(2)));
        }
        String end = text.substring(text.lastIndexOf('}') + 1);
        if (!end.isEmpty()) {
            if (places.isEmpty()) {
                throw new MappingSyntaxException("which has no field: write one as %{name}");
            }
            add(end, PlaceName.NONE);
        }
        return new Mapping(List.copyOf(places), assignments());
    }

    private void add(String before, PlaceName name) {
        boolean padded = !names.isEmpty() && names.get(names.size() - 1).padded();
        places.add(new Place(before, padded));
        names.add(name);
    }

    /** Plain fields come first, then what is appended in its order, then those that other fields name. */
    private List<Assignment> assignments() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).role() != PlaceName.Role.SKIP) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparing((Integer i) -> names.get(i).role())
                .thenComparing(i -> names.get(i).order()));
        return order.stream().map(this::assignment).toList();
    }

    private Assignment assignment(int place) {
        String name = names.get(place).name();
        FieldTemplate field = FieldTemplate.literal(name);
        return switch (names.get(place).role()) {
            case APPEND -> new Assignment.Append(field, joint(place), place);
            case NAMED_BY_FIELD -> new Assignment.StoreUnderFoundName(field, otherPlace(name, place), place);
            default -> new Assignment.Store(field, place);
        };
    }

    private String joint(int place) {
        String before = places.get(place).before();
        return before.isEmpty() ? " " : before;
    }

    private int otherPlace(String name, int place) {
        for (int i = 0; i < names.size(); i++) {
            if (i != place && names.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
