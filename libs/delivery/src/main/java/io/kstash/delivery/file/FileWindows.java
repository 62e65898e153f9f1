package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that are being read; no more than some are open at a time. For one thread. */
final class FileWindows implements AutoCloseable {
    private static final int MAX_OPEN = 64;

    private final Map<Path, FileWindow> open = new LinkedHashMap<>(MAX_OPEN, 0.75f, true);

    FileWindow of(Path file) throws IOException {
        FileWindow known = open.get(file);
        if (known != null) {
            return known;
        }
        FileWindow window = new FileWindow(file);
        open.put(file, window);
        if (open.size() > MAX_OPEN) {
            Iterator<FileWindow> oldest = open.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
        return window;
    }

    @Override
    public void close() throws IOException {
        for (FileWindow window : open.values()) {
            window.close();
        }
    }
}
