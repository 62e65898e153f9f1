package io.kstash.app;

import java.nio.file.Path;

/** Where kstash is, as scripts/launch.sh says to what it starts. */
public final class Installation {
    private Installation() {}

    /**
     * The folder with the scripts, the documentation and, unless somebody says otherwise, the data.
     *
     * @param script by its name, the one that should have started this
     * @throws UsageException if another did
     */
    public static Path home(String script) {
        String home = System.getProperty("kstash.home");
        if (home == null) {
            throw new UsageException(
                    "Start " + script + " with scripts/" + script + ", which knows where the apps are");
        }
        return Path.of(home);
    }
}
