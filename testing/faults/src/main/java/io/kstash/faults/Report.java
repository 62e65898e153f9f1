package io.kstash.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page that is made of the table. */
final class Report {
    private static final String PAGE = """
            # Reliability

            <!-- Made of testing/faults/results.jsonl by scripts/faults --report; change it there. -->

            Does each record come out exactly once and in order, whatever happens? The fault campaign tries it: producers,
            a real Kafka, one to three transformers and a consumer, each its own process, and a random mix of faults among
            them while the records flow. When the faults are over and all is delivered, each run is counted: each event has
            to be in the output topic and in the files of two file outputs exactly once, in order for each partition of the
            input; all that the producers call sent has to be there; the transformers have to end within 5 seconds of
            SIGTERM; and `scripts/consumer audit` has to say the same as the campaign's own count.

                scripts/faults --runs 10              the next ten seeds, added to the table
                scripts/faults --runs 1 --seed 17     this one once more: the same faults at the same times
                scripts/faults --report               this page, of the table

            | so far | |
            |---|---:|
            | runs | %,d |
            | records | %,d |
            | faults | %,d |
            | lost | %,d |
            | doubled | %,d |
            | out of order | %,d |
            | dead letters, each of them wanted | %,d |
            | slowest clean stop | %.1f s |
            | runs that failed | %s |

            | fault | times |
            |---|---:|
            %s
            The pipeline of the campaign (`testing/faults/src/main/resources/io/kstash/faults/faults.conf`) drops some events,
            clones some, and writes to a topic, a file, and files whose path depends on the event. A power loss is a `kill -9`
            of all transformers, after which the files are cut somewhere behind what was synced, and garbage follows. The disk
            of the file outputs is a small one in memory, which needs root; elsewhere it never gets full. Broker unreachable
            means that connections are refused; broker silent, that nothing comes through. A SIGTERM that reaches a process
            before its program runs has nobody to answer it, and counts as a kill: exit code 143, and nothing may be lost.
            All that a run did is in its folder, which is kept if it failed.

            The broker is the local Kafka. Others of version 4.3.1 can leave a transaction open that ends while they stop or
            crash, where a partition has one replica (KAFKA-20734). A run of `.ci/run` found that, and the
            local Kafka is corrected since ([how](decisions/013-transaction-markers.md)).
            """;

    private Report() {}

    /** In Markdown. */
    static String of(List<RunResult> rows) {
        Map<String, Integer> faults = new TreeMap<>();
        rows.forEach(row -> row.faults().forEach((kind, times) -> faults.merge(kind, times, Integer::sum)));
        StringBuilder kinds = new StringBuilder();
        faults.forEach((kind, times) ->
                kinds.append("| ").append(kind).append(" | ").append(times).append(" |\n"));
        return PAGE.formatted(
                rows.size(),
                rows.stream().mapToLong(RunResult::records).sum(),
                faults.values().stream().mapToInt(Integer::intValue).sum(),
                rows.stream().mapToLong(RunResult::lost).sum(),
                rows.stream().mapToLong(RunResult::doubled).sum(),
                rows.stream().mapToLong(RunResult::outOfOrder).sum(),
                rows.stream().mapToLong(RunResult::deadLetters).sum(),
                rows.stream().mapToLong(RunResult::stopMillis).max().orElse(0) / 1e3,
                failed(rows),
                kinds);
    }

    private static String failed(List<RunResult> rows) {
        List<String> seeds = rows.stream()
                .filter(row -> !row.passed())
                .map(row -> String.valueOf(row.seed()))
                .toList();
        return seeds.isEmpty() ? "0" : seeds.size() + " (seeds " + String.join(", ", seeds) + ")";
    }
}
