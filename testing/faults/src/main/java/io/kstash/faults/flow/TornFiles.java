package io.kstash.faults.flow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What power loss does to delivered files: of what is behind the last sync, a part is there, and behind that may be anything.
 * Only while no transformer runs.
 */
public final class TornFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A line of a journal begins with its checksum and a space. */
    private static final int CHECKSUM_CHARS = 9;

    private static final int MOST_GARBAGE_BYTES = 5000;

    private final SplittableRandom random;

    /** @param seed decides where the files are cut and what is behind */
    public TornFiles(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Tears all files of all journals below a folder, their indexes, and the journals' own ends. */
    public void tear(Path folder) {
        try {
            for (Path journal : journals(folder)) {
                for (Map.Entry<Path, Long> file : syncedLengths(journal).entrySet()) {
                    tear(file.getKey(), file.getValue());
                }
                appendGarbage(journal, new byte[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> journals(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith("journal"))
                    .sorted()
                    .toList();
        }
    }

    /** The last that the journal says of each file, and of the index. */
    private static Map<Path, Long> syncedLengths(Path journal) throws IOException {
        Map<Path, Long> lengths = new TreeMap<>();
        Path index = journal.resolveSibling(journal.getFileName().toString().replaceFirst("journal$", "index"));
        for (String line : Files.readAllLines(journal, StandardCharsets.ISO_8859_1)) {
            JsonNode entry = parse(line);
            entry.path("files")
                    .properties()
                    .forEach(file -> lengths.put(
                            journal.resolveSibling(file.getKey()),
                            file.getValue()
                                    .path("length")
                                    .asLong(file.getValue().asLong())));
            if (entry.has("index")) {
                lengths.put(index, entry.path("index").asLong());
            }
        }
        return lengths;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line.substring(Math.min(CHECKSUM_CHARS, line.length())));
        } catch (JacksonException torn) {
            return MissingNode.getInstance(); // As an earlier power loss left it.
        }
    }

    private void tear(Path file, long synced) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        long length = Files.size(file);
        byte[] content = Files.readAllBytes(file);
        if (length > synced) {
            cut(file, random.nextLong(synced, length + 1));
        }
        appendGarbage(file, lastLine(content));
    }

    private static void cut(Path file, long length) throws IOException {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private static byte[] lastLine(byte[] content) {
        int end = content.length - 1;
        int start = end;
        while (start > 0 && content[start - 1] != '\n') {
            start--;
        }
        return start < 0 ? content : Arrays.copyOfRange(content, start, end + 1);
    }

    private void appendGarbage(Path file, byte[] line) {
        List<byte[]> kinds = new ArrayList<>(List.of(new byte[0], zeros(), noise()));
        if (line.length > 0) {
            kinds.add(line);
            kinds.add(Arrays.copyOf(line, random.nextInt(line.length)));
        }
        try {
            Files.write(file, kinds.get(random.nextInt(kinds.size())), StandardOpenOption.APPEND);
        } catch (IOException full) {
            // Then as much of it as there is room for.
        }
    }

    private byte[] zeros() {
        return new byte[random.nextInt(MOST_GARBAGE_BYTES)];
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(MOST_GARBAGE_BYTES)];
        random.nextBytes(bytes);
        return bytes;
    }
}
