package io.kstash.benchmarks.parts;

import io.kstash.benchmarks.input.Input;
import io.kstash.event.Event;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A record's way through the engine and its three parts: decode, filter, encode. */
public class EngineBenchmark extends PartBenchmark {
    private static final int PAYLOADS = 1_024;

    /** The line and the filters. */
    @Param({"READINGS", "ACCESS", "APP"})
    public Input input = Input.READINGS;

    private CompiledPipeline pipeline = pipeline();
    private byte[][] payloads = payloads();
    private int next;

    @Setup
    public void choose() {
        pipeline = pipeline();
        payloads = payloads();
    }

    private CompiledPipeline pipeline() {
        return new CompiledPipeline(input == Input.ACCESS ? "plain" : "json", input.filters(), "[@timestamp]");
    }

    private byte[][] payloads() {
        return input.lines(PAYLOADS)
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private byte[] payload() {
        next = (next + 1) % PAYLOADS;
        return payloads[next];
    }

    @Benchmark
    public Event decode() {
        return pipeline.decode(payload());
    }

    @Benchmark
    public Event decodeFilter() {
        return pipeline.filter(pipeline.decode(payload()));
    }

    @Benchmark
    public byte[] decodeFilterEncode() {
        return pipeline.encode(pipeline.filter(pipeline.decode(payload())));
    }

    @Benchmark
    public byte[] decodeEncode() {
        return pipeline.encode(pipeline.decode(payload()));
    }
}
