package io.kstash.event;

/** A text that is not a field reference, such as {@code a]b}. The message names the text. */
public final class FieldReferenceException extends EventException {
    public FieldReferenceException(String text) {
        super("Invalid field reference `" + text + "`: write a plain name, or [name][nested][0] in brackets");
    }
}
