package io.kstash.delivery.file;

import java.util.Map;

/**
 * A line of a journal after the first one: what has changed.
 *
 * @param sequence one more than the entry before
 * @param files synced length in bytes, for each file
 * @param offsets next offset, for each partition
 */
record JournalEntry(long sequence, Map<String, Long> files, Map<Integer, Long> offsets) {}
