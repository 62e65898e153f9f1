package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSignalTest {
    private final StopSignal stop = new StopSignal();
    private final List<String> actions = new ArrayList<>();

    @Test
    void runsEachActionOnce() {
        stop.onRequest(() -> actions.add("wake up"));

        stop.request();
        stop.request();

        assertThat(actions).containsExactly("wake up");
        assertThat(stop.isRequested()).isTrue();
    }

    @Test
    void runsAtOnceWhatIsRegisteredTooLate() {
        stop.request();

        stop.onRequest(() -> actions.add("wake up"));

        assertThat(actions).containsExactly("wake up");
    }
}
