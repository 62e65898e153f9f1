package io.kstash.transformer.pipelinetest;

import io.kstash.app.UsageException;
import io.kstash.language.diagnostic.Suggestions;
import io.kstash.language.source.PipelineSource;
import io.kstash.transformer.load.PipelineFiles;
import io.kstash.transformer.pipelinetest.PipelineTest.Events;
import io.kstash.transformer.pipelinetest.PipelineTest.Expectation;
import io.kstash.transformer.pipelinetest.PipelineTest.Feed;
import io.kstash.transformer.pipelinetest.PipelineTest.Given;
import io.kstash.transformer.pipelinetest.PipelineTest.Refusal;
import io.kstash.transformer.pipelinetest.PipelineTest.Stdin;
import io.kstash.transformer.pipelinetest.PipelineTest.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one pipeline test from its JSON object. */
final class PipelineTestReader {
    private static final List<String> KEYS = List.of(
            "name",
            "pipeline",
            "pipelineFile",
            "given",
            "stdin",
            "expect",
            "expectText",
            "expectError",
            // These are for the reader.
            "errorLine",
            "errorColumn",
            "framing",
            "note");

    private final Path file;
    private final String place;
    private final Map<?, ?> members;

    /** @param place names the test in messages */
    PipelineTestReader(Path file, String place, Map<?, ?> members) {
        this.file = file;
        this.place = place;
        this.members = members;
    }

    /** @throws UsageException where the object is no pipeline test */
    PipelineTest read() {
        members.keySet().forEach(key -> refuseUnknown(String.valueOf(key)));
        String name = text("name");
        Expectation expectation = expectation();
        return new PipelineTest(name, pipeline(name), feed(expectation), expectation);
    }

    private void refuseUnknown(String key) {
        if (!KEYS.contains(key)) {
            throw wrong("unknown key '" + key + "'"
                    + Suggestions.didYouMean(key, KEYS).map(text -> "; " + text).orElse(""));
        }
    }

    private PipelineSource pipeline(String name) {
        if (isGiven("pipeline", "pipelineFile").equals("pipeline")) {
            return PipelineSource.of(name, text("pipeline"));
        }
        return PipelineFiles.read(file.resolveSibling(text("pipelineFile")));
    }

    private Expectation expectation() {
        return switch (isGiven("expect", "expectText", "expectError")) {
            case "expect" -> new Events(events("expect"));
            case "expectText" -> new Text(text("expectText"));
            default -> new Refusal();
        };
    }

    private Feed feed(Expectation expectation) {
        if (expectation instanceof Refusal && !members.containsKey("given") && !members.containsKey("stdin")) {
            return new Given(List.of());
        }
        if (isGiven("given", "stdin").equals("stdin")) {
            return new Stdin(text("stdin"));
        }
        if (expectation instanceof Text) {
            throw wrong("expectText is what a whole pipeline writes: it goes with stdin, and not with given");
        }
        return new Given(events("given"));
    }

    /** The one of these keys that there is. */
    private String isGiven(String... keys) {
        List<String> present =
                List.of(keys).stream().filter(members::containsKey).toList();
        if (present.size() != 1) {
            throw wrong("exactly one of " + String.join(", ", keys) + " is needed");
        }
        return present.get(0);
    }

    private String text(String key) {
        if (members.get(key) instanceof String text) {
            return text;
        }
        throw wrong("'" + key + "' has to be a text");
    }

    @SuppressWarnings("unchecked") // JSON objects have names as keys
    private List<Map<String, @Nullable Object>> events(String key) {
        if (members.get(key) instanceof List<?> events && events.stream().allMatch(Map.class::isInstance)) {
            return (List<Map<String, @Nullable Object>>) events;
        }
        throw wrong("'" + key + "' has to be a list of objects");
    }

    private UsageException wrong(String reason) {
        return new UsageException(place + ": " + reason);
    }
}
