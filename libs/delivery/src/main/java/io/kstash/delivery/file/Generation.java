package io.kstash.delivery.file;

import java.nio.file.Path;

/**
 * A file that was written to under a name, until it was moved away.
 *
 * @param path its name at that time, absolute
 * @param inode which tells it from others now
 * @param from where the lines of the index begin in it
 * @param current whether what comes still goes there
 */
record Generation(Path path, long inode, long from, boolean current) {
    Generation superseded() {
        return new Generation(path, inode, from, false);
    }

    Generation withInode(long other) {
        return new Generation(path, other, from, current);
    }
}
