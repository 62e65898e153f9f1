package io.kstash.localkafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeSettingsTest {
    @Test
    void clientsAreToldToConnectToTheAdvertisedPort() {
        // given
        NodeSettings settings =
                new NodeSettings(1, Path.of("data"), 1001, 2002, List.of(3003), false, false, Optional.empty());

        // when
        Map<String, String> properties = settings.properties();

        // then
        assertThat(properties)
                .containsEntry("listeners", "CLIENTS://127.0.0.1:1001,CONTROLLER://127.0.0.1:3003")
                .containsEntry("advertised.listeners", "CLIENTS://127.0.0.1:2002");
        assertThat(settings.address()).isEqualTo("127.0.0.1:2002");
    }
}
