package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.input.Input;
import io.kstash.benchmarks.input.InputFiles;
import io.kstash.benchmarks.kafka.InputTopics;
import io.kstash.benchmarks.kafka.Topics;
import io.kstash.benchmarks.measure.FileSink;
import io.kstash.benchmarks.measure.TopicSink;
import java.nio.file.Path;

/**
 * Where a trial takes place.
 *
 * @param id of the trial, unique: for names of groups, topics and pipelines
 * @param folder of its own, empty
 * @param memory a folder of its own in memory, empty
 * @param scripts the launchers of the apps
 * @param threads that kstash may take for the partitions of a topic
 */
public record TrialPlace(
        String id,
        Load load,
        Path folder,
        Path memory,
        Path scripts,
        int threads,
        Topics topics,
        InputTopics inputTopics,
        InputFiles inputFiles) {
    /** The topic to read: the one with all records, or for a steady load the trial's own. */
    String inputTopic(Input input) throws InterruptedException {
        return load == Load.BACKLOG ? inputTopics.of(input) : newTopic(steadyTopic());
    }

    /** The topic that gets the records of a steady load. */
    public String steadyTopic() {
        return id + "-in";
    }

    Path inputFile(Input input) {
        return inputFiles.of(input);
    }

    TopicSink newTopicSink() throws InterruptedException {
        return new TopicSink(topics, newTopic(id + "-out"));
    }

    FileSink newFileSink() {
        return new FileSink(folder.resolve("out.log"));
    }

    private String newTopic(String name) throws InterruptedException {
        topics.create(name);
        return name;
    }
}
