package io.kstash.filters.dissect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the braces of {@code %{…}}.
 *
 * @param order of what is appended, 0 where none is given
 * @param padded whether the delimiter that follows may be repeated
 */
record PlaceName(Role role, String name, int order, boolean padded) {
    /** Takes a part of the text that nobody wants. */
    static final PlaceName NONE = new PlaceName(Role.SKIP, "", 0, false);

    private static final Pattern NAME_AND_SUFFIX = Pattern.compile("(.*?)(/\\d{1,2}|->|/\\d{1,2}->|->/\\d{1,2})?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String PADDING = "->";

    /** In the order in which values are stored. */
    enum Role {
        SKIP,
        STORE,
        APPEND,
        NAMED_BY_FIELD
    }

    /** @throws MappingSyntaxException where it has two roles, or a role that needs a name has none */
    static PlaceName parse(String text) {
        if (text.startsWith("+&") || text.startsWith("&+")) {
            throw new MappingSyntaxException("where %{" + text
                    + "} would both append (+) and take its name from another field (&): use one of them");
        }
        if (text.isEmpty() || text.startsWith("?")) {
            return of(Role.SKIP, text.isEmpty() ? text : text.substring(1));
        }
        return switch (text.charAt(0)) {
            case '+' -> named(of(Role.APPEND, text.substring(1)), text);
            case '&' -> named(of(Role.NAMED_BY_FIELD, text.substring(1)), text);
            default -> of(Role.STORE, text);
        };
    }

    private static PlaceName of(Role role, String text) {
        Matcher matcher = NAME_AND_SUFFIX.matcher(text);
        if (!matcher.matches() || matcher.group(2) == null) {
            return new PlaceName(role, text, 0, false);
        }
        String suffix = matcher.group(2);
        int order = role == Role.APPEND ? number(suffix) : 0;
        return new PlaceName(role, matcher.group(1), order, suffix.contains(PADDING));
    }

    private static int number(String suffix) {
        Matcher number = NUMBER.matcher(suffix);
        return number.find() ? Integer.parseInt(number.group()) : 0;
    }

    private static PlaceName named(PlaceName name, String text) {
        if (name.name.isEmpty()) {
            throw new MappingSyntaxException("where %{" + text + "} lacks the name of a field");
        }
        return name;
    }
}
