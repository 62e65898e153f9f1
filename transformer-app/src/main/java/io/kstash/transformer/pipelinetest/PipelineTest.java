package io.kstash.transformer.pipelinetest;

import io.kstash.language.source.PipelineSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline has to make of what it is given.
 *
 * @param name as people know it
 * @param pipeline its text
 * @param feed what goes in
 * @param expectation what has to come out
 */
record PipelineTest(String name, PipelineSource pipeline, Feed feed, Expectation expectation) {

    /** What goes in. */
    sealed interface Feed {}

    /** Events for the filter section, as from a json codec without the original. */
    record Given(List<Map<String, @Nullable Object>> events) implements Feed {}

    /** Text for the whole pipeline, on standard input or in a file. */
    record Stdin(String text) implements Feed {}

    /** What has to come out. */
    sealed interface Expectation {}

    /** These events, in this order. */
    record Events(List<Map<String, @Nullable Object>> events) implements Expectation {}

    /** Exactly this text. */
    record Text(String text) implements Expectation {}

    /** The pipeline must be refused. */
    record Refusal() implements Expectation {}
}
