package io.kstash.transformer.streams;

import java.nio.file.Path;

/** Where the transformer keeps what has to survive a restart: nothing but who it is; all positions are in Kafka. */
public record DataFolder(Path root) {
    /** A group's own folder; its name may hold any character. */
    Path ofGroup(String group) {
        return root.resolve("transformer").resolve(group.replaceAll("[^A-Za-z0-9._-]", "_"));
    }
}
