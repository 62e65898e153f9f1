package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.input.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a pipeline file: the filters of an input, with what they read from and write to. */
final class PipelineFile {
    private PipelineFile() {}

    /** A new file, named by the trial, because the pipeline's own topics get their names from it. */
    static Path write(TrialPlace place, Input input, String source, String target) throws IOException {
        Path file = place.folder().resolve(place.id() + ".conf");
        return Files.writeString(file, source + input.filters() + target);
    }

    static String fromTopic(String topic, String group, int threads) {
        return """
                input {
                  kafka {
                    topics => ["%s"]
                    group_id => "%s"
                    auto_offset_reset => "earliest"
                    consumer_threads => %d
                    codec => json { ecs_compatibility => disabled }
                  }
                }
                """.formatted(topic, group, threads);
    }

    /**
     * Reads a file once and keeps it.
     *
     * @param codec by its name
     * @param log lists what is read
     */
    static String fromFile(Path file, String codec, Path log) {
        return """
                input {
                  file {
                    path => "%s"
                    mode => read
                    sincedb_path => "/dev/null"
                    file_completed_action => log
                    file_completed_log_path => "%s"
                    codec => %s { ecs_compatibility => disabled }
                  }
                }
                """.formatted(file, log, codec);
    }

    static String toTopic(String topic) {
        return """
                output {
                  kafka {
                    topic_id => "%s"
                    codec => json
                  }
                }
                """.formatted(topic);
    }

    static String toFile(Path file) {
        return """
                output {
                  file {
                    path => "%s"
                    codec => json_lines
                  }
                }
                """.formatted(file);
    }
}
