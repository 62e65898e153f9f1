package io.kstash.console.records;

import org.jspecify.annotations.Nullable;

/**
 * A record that a scan has come by.
 *
 * @param view null if the filter does not choose it
 */
record ScannedRecord(
        int partition,
        long offset,
        long timestamp,
        @Nullable RecordView view) {}
