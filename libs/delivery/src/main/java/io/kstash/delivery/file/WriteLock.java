package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one at a time work on a journal and its files, among all threads and processes of this machine. A file of its own is
 * locked, because the journal is replaced now and then, and because a process loses its lock on a file as soon as any of
 * its threads closes that file. The kernel frees the lock when the process ends.
 */
final class WriteLock implements AutoCloseable {
    /** A file lock is the whole process's; among its threads this decides. */
    private static final Map<Path, ReentrantLock> IN_THIS_JVM = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final FileChannel channel;

    private WriteLock(ReentrantLock threads, FileChannel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /** @param file created if need be; its folder must be there */
    static WriteLock open(Path file) throws IOException {
        Path folder = Durably.folderOf(file).toRealPath();
        ReentrantLock threads =
                IN_THIS_JVM.computeIfAbsent(folder.resolve(file.getFileName()), key -> new ReentrantLock());
        return new WriteLock(threads, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /** Waits until nobody else has the lock, and does the work with it. */
    <T> T with(Work<T> work) throws IOException {
        threads.lock();
        try {
            FileLock processes = channel.lock();
            try {
                return work.run();
            } finally {
                processes.release();
            }
        } finally {
            threads.unlock();
        }
    }

    /** Waits for other threads of this process, which would lose their lock otherwise. */
    @Override
    public void close() throws IOException {
        threads.lock();
        try {
            channel.close();
        } finally {
            threads.unlock();
        }
    }

    /** What is done with the lock. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
