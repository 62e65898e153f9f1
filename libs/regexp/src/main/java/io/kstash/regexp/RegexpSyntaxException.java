package io.kstash.regexp;

/** A text is not a regular expression. The message says why. */
public final class RegexpSyntaxException extends IllegalArgumentException {
    RegexpSyntaxException(String pattern, String reason, Throwable cause) {
        super("not a regular expression: " + reason + ": /" + pattern + "/", cause);
    }
}
