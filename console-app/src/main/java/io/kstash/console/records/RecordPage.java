package io.kstash.console.records;

import java.util.List;
import java.util.Locale;

/**
 * A page of records, oldest first.
 *
 * @param start cursor before the first; the page before ends there
 * @param end cursor behind the last; the next page begins there
 * @param previous whether there are records before
 * @param next whether there are records behind
 * @param looked how many were looked at, the chosen ones included
 * @param stopped why it ends where it ends
 */
record RecordPage(
        List<RecordView> records,
        String start,
        String end,
        boolean previous,
        boolean next,
        long looked,
        String stopped) {
    /** Why a page ends. */
    enum Stop {
        /** It is full. */
        FULL,
        /** There are no more records. */
        END,
        /** It has looked at as many records, or for as long, as one page may. */
        LIMIT;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
