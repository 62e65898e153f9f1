package io.kstash.plugin;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The author of the pipeline gave an option a value that makes no sense. The message says what would. */
public final class InvalidOptionException extends RuntimeException {
    private final @Nullable String optionName;
    private final transient @Nullable UnknownName unknownName;

    /** About the option that is being converted: whoever knows its name adds it. */
    public InvalidOptionException(String message) {
        super(message);
        this.optionName = null;
        this.unknownName = null;
    }

    public InvalidOptionException(Option<?> option, String message) {
        super(message);
        this.optionName = option.name();
        this.unknownName = null;
    }

    /** About a name that is none of those that are known, one of which the author may have meant. */
    public InvalidOptionException(Option<?> option, String message, UnknownName unknownName) {
        super(message);
        this.optionName = option.name();
        this.unknownName = unknownName;
    }

    /** The option it is about, so that a diagnostic can point at it. */
    public Optional<String> optionName() {
        return Optional.ofNullable(optionName);
    }

    /** Present where it is about a name that may be a slip. */
    public Optional<UnknownName> unknownName() {
        return Optional.ofNullable(unknownName);
    }

    /** A name as it was written, and those that would do. */
    public record UnknownName(String written, Collection<String> known) {}
}
