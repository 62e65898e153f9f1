package io.kstash.regexp;

import java.nio.charset.StandardCharsets;
import org.joni.Regex;
import org.joni.Region;
import org.joni.exception.JOniException;
import org.jspecify.annotations.Nullable;

/** One match of a pattern in a text, and the parts that its groups took. A text is made when it is asked for. Immutable. */
public final class Match {
    private final Regex regex;
    private final Subject subject;
    private final Region region;

    Match(Regex regex, Subject subject, Region region) {
        this.regex = regex;
        this.subject = subject;
        this.region = region;
    }

    /** The position at which the match begins. */
    public int begin() {
        return region.getBeg(0);
    }

    /** The position behind the match. */
    public int end() {
        return region.getEnd(0);
    }

    /** What matched. */
    public String text() {
        return subject.text(begin(), end());
    }

    /** How many groups the pattern has; where some have names, only those count. */
    public int groupCount() {
        return region.getNumRegs() - 1;
    }

    /** Where a group begins; -1 where there is no such group, or it took no part in the match. Group 0 is the match. */
    public int begin(int group) {
        return group < region.getNumRegs() ? region.getBeg(group) : -1;
    }

    /** The position behind a group that took part in the match. */
    public int end(int group) {
        return region.getEnd(group);
    }

    /** What a group took; null where there is no such group, or it took no part in the match. */
    public @Nullable String group(int group) {
        int begin = begin(group);
        return begin < 0 ? null : subject.text(begin, end(group));
    }

    /**
     * What the last group of this name that took part in the match took; null where none did.
     *
     * @throws IllegalArgumentException where the pattern has no such group
     */
    public @Nullable String group(String name) {
        return group(groupNamed(name));
    }

    /** Whether groups of the pattern have names. */
    boolean hasNames() {
        return regex.numberOfNames() > 0;
    }

    Subject subject() {
        return subject;
    }

    /** @throws IllegalArgumentException where the pattern has no such group */
    int groupNamed(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        try {
            return regex.nameToBackrefNumber(bytes, 0, bytes.length, region);
        } catch (JOniException unknown) {
            throw new IllegalArgumentException("undefined group name reference: " + name, unknown);
        }
    }
}
