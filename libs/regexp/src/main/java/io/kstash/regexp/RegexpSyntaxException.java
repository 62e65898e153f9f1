package io.kstash.regexp;

/** A text is not a regular expression. The message says why. */
public final class RegexpSyntaxException extends IllegalArgumentException {
    RegexpSyntaxException(String pattern, Exception reason) {
        super("not a regular expression: " + reason.getMessage() + ": /" + pattern + "/", reason);
    }
}
