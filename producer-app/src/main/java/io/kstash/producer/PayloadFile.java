package io.kstash.producer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads what {@code --payload} names. Standard input ({@code -}) is JSON lines. A file is JSON lines if its name ends with
 * {@code .jsonl} or {@code .ndjson}, or if each of its first two lines is a complete JSON value; else it is one template,
 * without its last newline.
 */
final class PayloadFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PayloadFile() {}

    /** @throws UsageException if the file cannot be read, is empty, or is a template with an unknown placeholder */
    static Payload open(String name, InputStream standardInput) {
        if (name.equals("-")) {
            return new JsonLines(standardInput);
        }
        Path file = Path.of(name);
        try {
            return isJsonLines(file) ? new JsonLines(Files.newInputStream(file)) : template(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("--payload " + name + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new UsageException(
                    "--payload " + name + ": a template must be UTF-8 text; other data can be piped to --payload -", e);
        } catch (IOException e) {
            throw new UsageException("--payload " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isJsonLines(Path file) throws IOException {
        String name = file.toString();
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return true;
        }
        List<String> firstTwo = firstTwoLines(file);
        return firstTwo.size() == 2 && firstTwo.stream().allMatch(PayloadFile::isJson);
    }

    private static List<String> firstTwoLines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).limit(2).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isJson(String line) {
        try {
            JSON.readTree(line);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static Template template(Path file) throws IOException {
        String text = Files.readString(file).stripTrailing();
        if (text.isEmpty()) {
            throw new UsageException("--payload " + file + ": the file is empty; give a template or JSON lines");
        }
        try {
            return Template.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--payload " + file + ": " + e.getMessage()
                            + "; text that has to stay as it is can be piped to --payload -",
                    e);
        }
    }
}
