package io.kstash.transformer.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a redrive did. Not thread-safe. */
public final class RedriveResult {
    private int sent;
    private int notSelected;
    private int wouldFail;
    private final Map<String, Integer> impossible = new TreeMap<>();

    void addSent(int count) {
        sent += count;
    }

    void addNotSelected() {
        notSelected++;
    }

    void addLeft(Assessment assessment) {
        if (assessment.canBeSent()) {
            wouldFail++;
        } else {
            impossible.merge(assessment.obstacle().orElseThrow(), 1, Integer::sum);
        }
    }

    void addTooLarge(String topic) {
        impossible.merge(
                "topic " + topic + " takes no record of that size: raise its max.message.bytes", 1, Integer::sum);
    }

    /** False where some could not be sent that should be. */
    public boolean isComplete() {
        return impossible.isEmpty();
    }

    /** For a person. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(count(sent) + " sent back");
        if (wouldFail > 0) {
            lines.add(count(wouldFail) + " left: the present pipeline would make dead letters of them again"
                    + " ('transformer dead-letters show' tells why, --all sends them nevertheless)");
        }
        impossible.forEach((obstacle, letters) -> lines.add(count(letters) + " left: " + obstacle));
        if (notSelected > 0) {
            lines.add(count(notSelected) + " left: of another reason");
        }
        return lines;
    }

    private static String count(int letters) {
        return letters + (letters == 1 ? " dead letter" : " dead letters");
    }
}
