package io.kstash.faults.flow;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A file system of limited size in memory, which can be filled to its last byte. Where this process may not mount one, it
 * is a plain folder that never gets full.
 */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final boolean mounted;

    private SmallDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    /** Mounts it, if that is allowed here, on a folder that is created. */
    static SmallDisk in(Path folder, long bytes) throws IOException {
        Files.createDirectories(folder);
        boolean mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString());
        return new SmallDisk(folder, mounted);
    }

    /** False where it is a plain folder. */
    public boolean canBeFilled() {
        return mounted;
    }

    /** Leaves no room for another byte. */
    public void fill() {
        if (!mounted) {
            return;
        }
        for (int piece = 1 << 20; piece > 0; piece /= 16) {
            append(new byte[piece]);
        }
    }

    private void append(byte[] piece) {
        try (OutputStream out =
                Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            // As wanted.
        }
    }

    /** Makes room again. */
    public void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies what it holds, which is gone after {@link #close}, to a folder that must not exist yet. */
    public void copyTo(Path copy) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.toList()) {
                Files.copy(path, copy.resolve(folder.relativize(path).toString()));
            }
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static boolean succeeds(String... command) throws IOException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }

    /** Unmounts it; what it held is gone. */
    @Override
    public void close() {
        if (mounted) {
            try {
                succeeds("umount", "--lazy", folder.toString()); // Somebody may be looking at it.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
