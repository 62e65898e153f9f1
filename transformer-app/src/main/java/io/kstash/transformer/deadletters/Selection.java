package io.kstash.transformer.deadletters;

import java.util.Optional;

/**
 * Which dead letters to send back.
 *
 * @param all true for those as well that would not pass
 * @param reason a text that their reason contains; empty for any reason
 */
public record Selection(boolean all, Optional<String> reason) {
    boolean concerns(DeadLetter letter) {
        return reason.isEmpty() || letter.reason().contains(reason.get());
    }

    boolean takes(Assessment assessment) {
        return assessment.passes() || (all && assessment.canBeSent());
    }
}
