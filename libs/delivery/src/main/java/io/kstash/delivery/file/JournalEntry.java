package io.kstash.delivery.file;

import java.util.Map;

/**
 * A line of a journal after the first one: what has changed.
 *
 * @param sequence one more than the entry before
 * @param files those whose state is another one now, by their path from the root
 * @param index the synced length of the index in bytes
 * @param offsets next offset, for each partition
 */
record JournalEntry(long sequence, Map<String, FileState> files, long index, Map<Integer, Long> offsets) {}
