package io.kstash.filters.grok;

import io.kstash.event.FieldTemplate;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.RegexpSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles patterns.
 *
 * @param option the option that holds them, for messages
 * @param library the named patterns that they may use
 * @param namedCapturesOnly whether only captures with a field are stored
 * @param target what stands before each field: a reference, or nothing
 * @param overwrite the fields, as patterns name them, whose values are replaced
 */
record PatternCompiler(
        Option<?> option,
        Map<String, String> library,
        boolean namedCapturesOnly,
        String target,
        Set<String> overwrite,
        boolean keepEmptyCaptures) {
    /** @throws InvalidOptionException where it is no pattern, or uses one that is not there */
    GrokPattern compile(String pattern) {
        String expanded = new PatternExpansion(option, library, namedCapturesOnly).expand(pattern);
        try {
            Regexp regexp = Regexp.compileMultiline(expanded);
            return new GrokPattern(regexp, captures(regexp));
        } catch (RegexpSyntaxException invalid) {
            throw new InvalidOptionException(
                    option, "has the pattern /" + pattern + "/, which is no regular expression: " + invalid.reason());
        }
    }

    private List<Capture> captures(Regexp regexp) {
        List<Capture> captures = new ArrayList<>();
        for (String name : regexp.groupNames()) {
            // pattern:field:type, or of a group that is written as such: field
            String[] parts = name.split(":", 0);
            String field = parts.length > 1 ? parts[1] : parts[0];
            CaptureType type = CaptureType.ofName(parts.length > 2 ? parts[2] : "");
            for (int group : regexp.groupNumbers(name)) {
                captures.add(capture(group, field, type));
                // As in Logstash, where a name comes several times only the first has the type.
                type = CaptureType.TEXT;
            }
        }
        return List.copyOf(captures);
    }

    private Capture capture(int group, String field, CaptureType type) {
        String reference = target.isEmpty() ? field : target + "[" + field + "]";
        return new Capture(group, FieldTemplate.literal(reference), type, overwrite.contains(field), keepEmptyCaptures);
    }
}
