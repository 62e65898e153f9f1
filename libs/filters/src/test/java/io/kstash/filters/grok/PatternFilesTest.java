package io.kstash.filters.grok;

import static io.kstash.filters.grok.GrokFilters.grok;
import static io.kstash.filters.grok.GrokFilters.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.plugin.InvalidOptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writePatterns() throws IOException {
        Files.createDirectories(folder.resolve("more/deep"));
        Files.writeString(folder.resolve("a"), "# a comment\n\n  ID [0-9]+\nWORD \\b[x-z]+\\b\n");
        Files.writeString(folder.resolve("b.pattern"), "ID   [a-f]+ ?\n");
        Files.writeString(folder.resolve(".hidden"), "ID never\n");
        Files.writeString(folder.resolve("more/deep/c.pattern"), "ID c\n");
    }

    @Test
    void theFilesOfAFolderAreReadInTheOrderOfTheirNames() {
        assertThat(id(folder.toString(), "*", "12 abc d")).isEqualTo("abc ");
        assertThat(id(folder.toString(), "a", "12 abc d")).isEqualTo("12");
        assertThat(id(folder.toString(), "**/*.pattern", "12 abc d")).isEqualTo("c");
    }

    @Test
    void aFileOrWildcardsDoAsWellAsAFolder() {
        assertThat(id(folder.resolve("a").toString(), "none", "12 abc")).isEqualTo("12");
        assertThat(id(folder + "/*.pattern", "none", "12 abc d")).isEqualTo("abc ");
    }

    @Test
    void aPatternOfAFileReplacesThatOfTheLibrary() {
        Event event = message("abc xyz");

        grok(Map.of("patterns_dir", folder.toString(), "match", Map.of("message", "%{WORD:w}")))
                .filter(event);

        assertThat(event.get(FieldReference.of("w"))).isEqualTo("xyz");
    }

    @Test
    void whatIsNotThereHasNoPatterns() {
        Map<String, Object> options = Map.of(
                "patterns_dir", List.of(folder.resolve("none").toString(), folder + "/none/*", folder + "/m*"),
                "match", Map.of("message", "%{ID:id}"));

        assertThatThrownBy(() -> grok(options))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith("needs the pattern ID");
    }

    private @Nullable Object id(String path, String glob, String text) {
        Event event = message(text);
        grok(Map.of(
                        "patterns_dir",
                        path,
                        "patterns_files_glob",
                        glob,
                        "pattern_definitions",
                        path.endsWith("d*") ? Map.of("ID", "12(?<id>)|unread") : Map.of(),
                        "match",
                        Map.of("message", "%{ID:id}")))
                .filter(event);
        return event.get(FieldReference.of("id"));
    }
}
