package io.kstash.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.testing.brokers.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityPageTest {
    @Test
    void thePageListsTheRightsThatAreGranted() throws IOException {
        // given
        Path root = Repository.root();
        List<String> granted = Files.readAllLines(root.resolve("examples/secure/acls")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();

        // when
        List<String> listed = Files.readAllLines(root.resolve("docs/security.md")).stream()
                .filter(line -> line.matches("\\| (producer|consumer|transformer) \\|.*"))
                .map(line -> line.replace("|", " ").strip().replaceAll("\\s+", " "))
                .toList();

        // then
        assertThat(listed).isEqualTo(granted);
    }
}
