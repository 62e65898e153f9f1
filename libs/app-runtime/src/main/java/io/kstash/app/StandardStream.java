package io.kstash.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is behind the process's standard output and error, which Java 17 itself does not tell of each. */
public enum StandardStream {
    OUT("/dev/stdout"),
    ERR("/dev/stderr");

    private static final int TYPE = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;
    private static final Path NOWHERE = Path.of("/dev/null");

    private final Path device;

    StandardStream(String device) {
        this.device = Path.of(device);
    }

    /** Whether a person sees it as it is written; false where this cannot be found out. */
    public boolean isTerminal() {
        try {
            return type() == CHARACTER_DEVICE && !Files.isSameFile(device, NOWHERE);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether another process reads it, which may end first ({@code | head}); false where this cannot be found out. */
    public boolean isPipe() {
        try {
            int type = type();
            return type == PIPE || type == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private int type() throws IOException {
        return (int) Files.getAttribute(device, "unix:mode") & TYPE;
    }
}
