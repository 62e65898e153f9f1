package io.kstash.transformer.deadletters;

import io.kstash.transformer.client.TopicAdmin;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.streams.Origin;
import io.kstash.transformer.streams.PipelineTrial;
import java.util.HashMap;
import java.util.Map;

/** Says what would become of dead letters if they were sent back now. For one thread. */
final class Assessor {
    private final TopicAdmin admin;
    private final PipelineTrial trial;
    /** Of the topics that are gone, none. */
    private final Map<String, Integer> partitions = new HashMap<>();

    Assessor(LoadedPipeline loaded, TopicAdmin admin) {
        this.admin = admin;
        this.trial = new PipelineTrial(loaded, admin);
    }

    Assessment assess(DeadLetter letter) {
        Origin origin = letter.origin();
        int present = partitions.computeIfAbsent(origin.topic(), this::count);
        if (present == 0) {
            return Assessment.cannotBeSent(
                    "topic " + origin.topic() + ", from which it comes, is gone: create it again");
        }
        if (origin.partition() >= present) {
            return Assessment.cannotBeSent("topic " + origin.topic() + " has no partition " + origin.partition()
                    + " any more: add partitions to it");
        }
        return trial.process(letter.source())
                .map(Assessment::of)
                .orElseGet(() ->
                        Assessment.cannotBeSent("the pipeline does not read topic " + origin.topic() + " any more"));
    }

    private int count(String topic) {
        return admin.find(topic, "Write")
                .map(description -> description.partitions().size())
                .orElse(0);
    }
}
