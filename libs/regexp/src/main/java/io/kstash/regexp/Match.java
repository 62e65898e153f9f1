package io.kstash.regexp;

import java.nio.charset.StandardCharsets;
import org.joni.Regex;
import org.joni.Region;
import org.joni.exception.JOniException;

/** One match of a pattern in a text, and the parts that its groups took. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Match(Regex regex, byte[] utf8, Region region) {
    int begin() {
        return region.getBeg(0);
    }

    int end() {
        return region.getEnd(0);
    }

    /** Where a group begins; -1 where there is no such group, or it took no part in the match. */
    int begin(int group) {
        return group < region.getNumRegs() ? region.getBeg(group) : -1;
    }

    int end(int group) {
        return region.getEnd(group);
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
