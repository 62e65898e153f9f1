package io.kstash.delivery.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A line of an index, which has the form of a journal's: exactly one of these.
 *
 * @param begins kstash begins to write to a file
 * @param found a file that it writes to was found as another inode, with all of its content: somebody restored it
 * @param block lines that were written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndexEntry(
        @Nullable Begin begins,
        @Nullable Found found,
        @Nullable IndexBlock block) {
    static IndexEntry of(Begin begins) {
        return new IndexEntry(begins, null, null);
    }

    static IndexEntry of(Found found) {
        return new IndexEntry(null, found, null);
    }

    static IndexEntry of(IndexBlock block) {
        return new IndexEntry(null, null, block);
    }

    /**
     * From here on a file is indexed. Its number, the generation, is the position of this entry in the index: the name of a
     * file stands for another generation after the file was moved away.
     *
     * @param file its path from the root
     * @param inode tells it from others after it was moved
     * @param from how long it was
     */
    record Begin(String file, long inode, long from) {}

    /**
     * A generation has another inode now.
     *
     * @param generation which one
     * @param inode the new one
     */
    record Found(long generation, long inode) {}
}
