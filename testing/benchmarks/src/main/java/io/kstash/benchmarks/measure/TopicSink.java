package io.kstash.benchmarks.measure;

import io.kstash.benchmarks.kafka.Topics;

/** A topic, of which only what is committed counts. */
public record TopicSink(Topics topics, String topic) implements Sink {
    @Override
    public long progress() throws InterruptedException {
        return topics.end(topic);
    }

    @Override
    public long count() throws InterruptedException {
        return topics.count(topic);
    }
}
