package io.kstash.filters.mutate;

import io.kstash.event.RubyText;
import java.util.regex.Pattern;

/** Words and numbers for true and false. */
final class BooleanText {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.MULTILINE | Pattern.UNIX_LINES;
    // As in Logstash one line of several is enough, and the dot stands for any character.
    private static final Pattern TRUE = Pattern.compile("^(true|t|yes|y|1|1.0)$", FLAGS);
    private static final Pattern FALSE = Pattern.compile("^(false|f|no|n|0|0.0)$", FLAGS);

    private BooleanText() {}

    /** The boolean that the value stands for, or the value itself where it stands for none. */
    static Object toBoolean(Object value) {
        String text = RubyText.toS(value);
        if (TRUE.matcher(text).find()) {
            return true;
        }
        return text.isEmpty() || FALSE.matcher(text).find() ? false : value;
    }
}
