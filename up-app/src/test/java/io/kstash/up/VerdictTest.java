package io.kstash.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final String OUTPUTS = """
            "outputs": [{"kind": "TOPIC", "name": "out"}, {"kind": "FILE", "name": "/data/out.log"},
                        {"kind": "STDOUT", "name": ""}]""";

    @Test
    void holdsWhenEveryRecordIsAccountedFor() throws Exception {
        // given
        String producers = """
                {"producer": "run/0", "sent": 10, "delivered": [7, 10, 8], "dropped": 2, "notSelected": 0},
                {"producer": "run/1", "sent": 10, "delivered": [10, 10, 10], "notSelected": 1},
                {"producer": "earlier/0", "sent": 5, "delivered": [4, 5, 5], "lost": 1}""";

        // when
        Verdict verdict = verdict(producers, "", 20);

        // then
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.lines())
                .containsExactly(
                        "  sent          20  topic in",
                        "  transformed   17  topic out",
                        "  written       20  file /data/out.log",
                        "  printed       18  standard output",
                        "  dropped        2  by a filter",
                        "  not selected   1  by any output",
                        "  consumed      20  group group_a",
                        "lost 0, doubled 0, out of order 0: every one of 20 records is accounted for");
    }

    @Test
    void doesNotHoldWhereSomethingIsWrong() throws Exception {
        // given
        String producers = "{\"producer\": \"run/0\", \"sent\": 20, \"delivered\": [19, 20, 20], \"lost\": 1}";

        // when
        Verdict verdict = verdict(producers, "{\"text\": \"lost, topic out: in/0/7, sent as run/0/7\"}", 20);

        // then
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.lines())
                .endsWith(
                        "lost, topic out: in/0/7, sent as run/0/7",
                        "lost 1, doubled 0, out of order 0: NOT every one of 20 records is accounted for");
    }

    @Test
    void saysWhatWasNotSentAndWhatIsNotDone() throws Exception {
        // given
        String producers = "{\"producer\": \"run/0\", \"sent\": 19, \"delivered\": [18, 18, 18], \"inFlight\": 1}";

        // when
        Verdict verdict = verdict(producers, "", 18);

        // then
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.lines())
                .endsWith("lost 0, doubled 0, out of order 0: NOT every one of 20 records is accounted for"
                        + " (asked for 20, sent 19, 1 in flight, group group_a has done 18)");
    }

    private static Verdict verdict(String producers, String findings, long consumed) throws Exception {
        String json = "{\"producers\": [" + producers + "], \"findings\": [" + findings + "], " + OUTPUTS + "}";
        RunAudit audit = new RunAudit(new ObjectMapper().readTree(json), "run");
        Progress progress = new Progress(audit.count("sent"), new TreeMap<>(Map.of("group_a", consumed)), true);
        return new Verdict(20, "in", progress, audit);
    }
}
