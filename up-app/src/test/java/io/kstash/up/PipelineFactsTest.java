package io.kstash.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelineFactsTest {
    @Test
    void leavesOutPatternsAndNamesThatDependOnTheEvent() throws Exception {
        String health = """
                {"status": "ready", "group": "g", "inputTopics": ["in", "in-.*"],
                 "files": ["/data/out.log", "/data/%{type}.log"], "deliveries": "p-deliveries"}
                """;

        PipelineFacts facts = PipelineFacts.of(new ObjectMapper().readTree(health));

        assertThat(facts)
                .isEqualTo(new PipelineFacts(
                        "g", List.of("in"), List.of(Path.of("/data/out.log")), Optional.of("p-deliveries")));
    }
}
