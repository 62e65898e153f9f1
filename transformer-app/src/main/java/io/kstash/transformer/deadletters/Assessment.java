package io.kstash.transformer.deadletters;

import io.kstash.transformer.streams.RecordResult;
import java.util.Optional;

/**
 * What would become of a dead letter that is sent back.
 *
 * @param canBeSent false where there is no place for it any more
 * @param obstacle why it would not come through; empty where it would
 * @param result what the present pipeline makes of it, if it gets there
 */
record Assessment(boolean canBeSent, Optional<String> obstacle, Optional<RecordResult> result) {
    static Assessment cannotBeSent(String obstacle) {
        return new Assessment(false, Optional.of(obstacle), Optional.empty());
    }

    static Assessment of(RecordResult result) {
        return new Assessment(true, result.failure().map(failure -> failure.describe()), Optional.of(result));
    }

    boolean passes() {
        return obstacle.isEmpty();
    }
}
