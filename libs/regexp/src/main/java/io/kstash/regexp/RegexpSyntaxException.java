package io.kstash.regexp;

import org.jspecify.annotations.Nullable;

/** A text is not a regular expression. The message says why. */
public final class RegexpSyntaxException extends IllegalArgumentException {
    private final String reason;

    RegexpSyntaxException(String pattern, String reason, @Nullable Throwable cause) {
        super("not a regular expression: " + reason + ": /" + pattern + "/", cause);
        this.reason = reason;
    }

    /** What is wrong, without the expression. */
    public String reason() {
        return reason;
    }
}
