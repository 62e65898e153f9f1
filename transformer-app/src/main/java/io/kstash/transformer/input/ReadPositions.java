package io.kstash.transformer.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far files have been read, kept in a file of the format of Logstash's sincedb: inode, the device's major and minor
 * number, position in bytes, time, and the path for people to read. Not thread-safe.
 */
final class ReadPositions {
    private static final Path NOWHERE = Path.of("/dev/null");
    private static final Pattern LINE = Pattern.compile("(\\d+) (\\d+) (\\d+) (\\d+)( .*)?");

    private final Path sincedb;
    private final Map<FileIdentity, Position> positions = new LinkedHashMap<>();

    private ReadPositions(Path sincedb) {
        this.sincedb = sincedb;
    }

    /** @param sincedb {@code /dev/null} remembers nothing beyond this process */
    static ReadPositions load(Path sincedb) throws IOException {
        ReadPositions positions = new ReadPositions(sincedb);
        if (!sincedb.equals(NOWHERE) && Files.exists(sincedb)) {
            for (String line : Files.readAllLines(sincedb)) {
                positions.add(line);
            }
        }
        return positions;
    }

    private void add(String line) throws IOException {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            throw new IOException("The sincedb " + sincedb + " has a line that is none: '" + line
                    + "'; delete that file to read all files from their beginning");
        }
        FileIdentity identity = new FileIdentity(number(match, 1), number(match, 2), number(match, 3));
        positions.put(identity, new Position(number(match, 4), match.group(5) == null ? "" : match.group(5)));
    }

    private static long number(Matcher match, int group) {
        return Long.parseLong(match.group(group));
    }

    /** How many bytes of the file have been read. */
    long of(FileIdentity file) {
        Position position = positions.get(file);
        return position == null ? 0 : position.bytes;
    }

    /** Remembers, from now on also for the next process. */
    void put(FileIdentity file, long bytes, Path path) throws IOException {
        positions.put(file, new Position(bytes, " " + Instant.now().getEpochSecond() + " " + path));
        save();
    }

    /** Forgets a file that is no more: another can get its inode. */
    void remove(FileIdentity file) throws IOException {
        positions.remove(file);
        save();
    }

    private void save() throws IOException {
        if (sincedb.equals(NOWHERE)) {
            return;
        }
        List<String> lines = positions.entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList();
        Files.createDirectories(sincedb.toAbsolutePath().resolveSibling("."));
        Path complete = sincedb.resolveSibling(sincedb.getFileName() + ".new");
        Files.write(complete, lines);
        Files.move(complete, sincedb, StandardCopyOption.ATOMIC_MOVE);
    }

    private record Position(long bytes, String timeAndPath) {
        String line(FileIdentity file) {
            return file.inode() + " " + file.major() + " " + file.minor() + " " + bytes + timeAndPath;
        }
    }
}
