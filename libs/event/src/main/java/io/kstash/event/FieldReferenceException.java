package io.kstash.event;

/** A text that is not a field reference, such as {@code a]b}. The message names the text. */
public final class FieldReferenceException extends IllegalArgumentException {
    public FieldReferenceException(String text) {
        super("Invalid field reference: `" + text + "`");
    }
}
