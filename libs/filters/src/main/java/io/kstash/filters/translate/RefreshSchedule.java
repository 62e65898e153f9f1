package io.kstash.filters.translate;

import java.time.Duration;

/** Says when dictionaries are read again. */
@FunctionalInterface
interface RefreshSchedule {
    /** Lets the dictionary be refreshed once in every interval, as long as it is in use. */
    void refresh(DictionaryFile dictionary, Duration interval);
}
