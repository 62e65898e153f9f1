package io.kstash.filters.grok;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The patterns that grok knows by itself: names and expressions, in which {@code %{NAME}} is another pattern. Those for
 * whole lines of a log name fields, either as the Elastic Common Schema does or as Logstash did before it.
 *
 * <p>The older ones are those of the library opensearch-grok, with what it lacks or has otherwise in the resources
 * {@code legacy}. The others are made of them, as the resources {@code ecs} say.
 */
final class PatternLibrary {
    private static final List<String> SETS = List.of(
            "aws",
            "bacula",
            "bind",
            "bro",
            "exim",
            "firewalls",
            "grok-patterns",
            "haproxy",
            "httpd",
            "java",
            "junos",
            "linux-syslog",
            "maven",
            "mcollective-patterns",
            "mongodb",
            "nagios",
            "postgresql",
            "rails",
            "redis",
            "ruby",
            "squid",
            "zeek");

    private PatternLibrary() {}

    /** The patterns whose fields are those of the schema, or the older ones. */
    static Map<String, String> of(boolean ecs) {
        return ecs ? Ecs.PATTERNS : Legacy.PATTERNS;
    }

    private static final class Legacy {
        static final Map<String, String> PATTERNS = all();

        private static Map<String, String> all() {
            Map<String, String> patterns = new HashMap<>();
            SETS.forEach(set -> patterns.putAll(legacySet(set)));
            return Collections.unmodifiableMap(patterns);
        }
    }

    private static final class Ecs {
        static final Map<String, String> PATTERNS = all();

        private static Map<String, String> all() {
            Map<String, String> patterns = new HashMap<>();
            SETS.forEach(set -> patterns.putAll(EcsSet.of(legacySet(set), resource("ecs/" + set))));
            return Collections.unmodifiableMap(patterns);
        }
    }

    private static Map<String, String> legacySet(String set) {
        Map<String, String> patterns = new HashMap<>();
        PatternFile.read(resource("/patterns/" + set), patterns);
        PatternFile.read(resource("legacy/" + set), patterns);
        return patterns;
    }

    /** Nothing where a set has no such part. */
    private static String resource(String path) {
        try (InputStream stream = PatternLibrary.class.getResourceAsStream(path)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
