package io.kstash.testing.brokers;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project is on this machine. */
public final class Repository {
    private Repository() {}

    /** The folder of the root {@code pom.xml}; tests run in the folder of their module. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("examples/secure/create"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "Not in the repository: " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }
}
