package io.kstash.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Knows how to start the other apps. */
@FunctionalInterface
public interface Launchers {
    /** The command line that starts an app, for example {@code consumer} with these arguments. */
    List<String> command(String app, List<String> arguments);

    /** The launcher scripts of a checkout. */
    static Launchers inFolder(Path scripts) {
        return (app, arguments) -> {
            List<String> command = new ArrayList<>(List.of(scripts.resolve(app).toString()));
            command.addAll(arguments);
            return command;
        };
    }
}
