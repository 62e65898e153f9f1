package io.kstash.filters.translate;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * A dictionary that is a YAML mapping. It is read event by event, so that the file is never in memory as a whole.
 *
 * @param codePointLimit how many characters the file may have
 */
record YamlDictionary(YamlScalars scalars, int codePointLimit) implements DictionaryReader {
    @Override
    public Map<Object, @Nullable Object> read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(codePointLimit);
        try (Reader text = new UnicodeReader(Files.newInputStream(file))) {
            return new YamlEvents(new Yaml(options).parse(text).iterator(), scalars).mappings();
        } catch (YAMLException broken) {
            throw unwrapped(broken);
        }
    }

    /** The parser wraps what reading the file threw. */
    private static DictionaryException unwrapped(YAMLException broken) throws IOException {
        if (broken.getCause() instanceof CharacterCodingException notUtf8) {
            return new DictionaryException("is not UTF-8", notUtf8);
        }
        if (broken.getCause() instanceof IOException unreadable) {
            throw unreadable;
        }
        return new DictionaryException("is broken: " + reason(broken), broken);
    }

    private static String reason(YAMLException broken) {
        if (broken instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            return marked.getProblem() + " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
        }
        return String.valueOf(broken.getMessage());
    }
}
