package io.kstash.transformer.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What makes a file the same file under another name: its number on its device, as Logstash's sincedb writes it. */
record FileIdentity(long inode, long major, long minor) {
    private static final int LOW_MINOR = 0xff;
    private static final int LOW_MAJOR = 0xfff;

    static FileIdentity of(Path file) throws IOException {
        long device = ((Number) Files.getAttribute(file, "unix:dev")).longValue();
        // A device's number holds both parts in pieces.
        long major = (device >> 8 & LOW_MAJOR) | (device >> 32 & ~LOW_MAJOR);
        long minor = (device & LOW_MINOR) | (device >> 12 & ~LOW_MINOR);
        return new FileIdentity(((Number) Files.getAttribute(file, "unix:ino")).longValue(), major, minor);
    }
}
