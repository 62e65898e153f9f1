package io.kstash.benchmarks.flames;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Samples of stacks, put together where they begin alike. */
final class StackTree {
    private final Map<String, StackTree> callees = new TreeMap<>();
    private long samples;

    /** @param stack the outermost call first */
    void add(List<String> stack) {
        samples++;
        if (!stack.isEmpty()) {
            callees.computeIfAbsent(stack.get(0), any -> new StackTree()).add(stack.subList(1, stack.size()));
        }
    }

    /** How many samples were here or in what is called from here. */
    long samples() {
        return samples;
    }

    /** By name, so that the same samples give the same picture. */
    Map<String, StackTree> callees() {
        return callees;
    }
}
