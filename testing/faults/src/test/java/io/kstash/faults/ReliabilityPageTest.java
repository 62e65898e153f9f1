package io.kstash.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReliabilityPageTest {
    @Test
    void thePageIsTheTables() throws Exception {
        // given
        ResultTable table = new ResultTable(Path.of("results.jsonl"));

        // when
        String page = Report.of(table.rows());

        // then
        assertThat(Path.of("../../docs/reliability.md"))
                .as("scripts/faults --report makes it anew")
                .hasContent(page);
    }
}
