package io.kstash.faults;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.FailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The rows of all runs so far: a file with a JSON object in each line, to which runs are added. */
final class ResultTable {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;

    /** @param file may come into being later */
    ResultTable(Path file) {
        this.file = file;
    }

    List<RunResult> rows() {
        try {
            List<RunResult> rows = new ArrayList<>();
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    rows.add(JSON.readValue(line, RunResult.class));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new FailedException("Cannot read the table " + file + ": " + e.getMessage(), e);
        }
    }

    /** The seed behind the last one. */
    long nextSeed() {
        return rows().stream().mapToLong(RunResult::seed).max().orElse(0) + 1;
    }

    void add(RunResult row) {
        try {
            Files.writeString(
                    file,
                    JSON.writeValueAsString(row) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new FailedException("Cannot write the table " + file + ": " + e.getMessage(), e);
        }
    }
}
