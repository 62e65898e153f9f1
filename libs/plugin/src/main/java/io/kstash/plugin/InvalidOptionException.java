package io.kstash.plugin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The author of the pipeline gave an option a value that makes no sense. The message says what would. */
public final class InvalidOptionException extends RuntimeException {
    private final @Nullable String optionName;

    /** About the option that is being converted: whoever knows its name adds it. */
    public InvalidOptionException(String message) {
        super(message);
        this.optionName = null;
    }

    public InvalidOptionException(Option<?> option, String message) {
        super(message);
        this.optionName = option.name();
    }

    /** The option it is about, so that a diagnostic can point at it. */
    public Optional<String> optionName() {
        return Optional.ofNullable(optionName);
    }
}
