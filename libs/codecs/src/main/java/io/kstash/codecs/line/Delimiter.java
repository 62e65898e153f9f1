package io.kstash.codecs.line;

import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import java.nio.charset.StandardCharsets;

/** The option that says where an event ends in a stream of bytes. */
public final class Delimiter {
    public static final Option<String> OPTION =
            Option.withDefault("delimiter", OptionType.STRING, "\n", "What ends an event in a stream of bytes.");

    private Delimiter() {}

    public static byte[] of(Options options) {
        byte[] delimiter = options.get(OPTION).getBytes(StandardCharsets.UTF_8);
        if (delimiter.length == 0) {
            throw new InvalidOptionException(OPTION, "must not be empty");
        }
        return delimiter;
    }
}
