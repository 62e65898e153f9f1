package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {
    @Test
    void freePortsDiffer() {
        List<Integer> ports = LoopbackPorts.free(20);

        assertThat(ports).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void numbersThatAreNoPortsAreRefused() {
        assertThatThrownBy(() -> LoopbackPorts.requireFree(70_000, "--port"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Port 70000 cannot be used")
                .hasMessageContaining("--port");
    }
}
