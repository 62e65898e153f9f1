package io.kstash.localkafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles that do not fit; that clients get in with one that fits, the tests of the whole flow show. */
class BrokerSecurityTest {
    @TempDir
    Path folder;

    @Test
    void aFolderThatIsNoProfileIsRefused() {
        assertThatThrownBy(() -> BrokerSecurity.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Cannot read " + folder + "/broker.properties: make the folder with examples/secure/create");
    }

    @Test
    void aProfileWithoutAdminIsRefused() throws IOException {
        write("store.password=a", "user.alice=b");

        assertThatThrownBy(() -> BrokerSecurity.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder + "/broker.properties needs store.password and user.admin");
    }

    @Test
    void aPasswordThatKafkaWouldMisreadIsRefusedAndNotShown() throws IOException {
        write("store.password=a", "user.admin=open]sesame");

        assertThatThrownBy(() -> BrokerSecurity.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "User admin in " + folder + "/broker.properties: name and password may have letters, digits,"
                                + " dot, hyphen and underscore");
    }

    @Test
    void aKafkaOfOtherUsersIsRefused() throws IOException {
        // given
        write("store.password=a", "user.admin=b");
        BrokerSecurity profile = BrokerSecurity.read(folder);
        Path node = Files.createDirectories(folder.resolve("kafka/node-1"));
        Files.createFile(node.resolve("meta.properties"));
        LocalKafka.Builder kafka = LocalKafka.builder().data(folder.resolve("kafka"));

        // then
        assertThatThrownBy(() -> kafka.secured(profile).start())
                .isInstanceOf(UsageException.class)
                .hasMessage("The Kafka in " + node + " was made without --secure: choose another folder with --data, or"
                        + " delete this one");
        Files.writeString(node.resolve("secured-with"), "another");
        assertThatThrownBy(() -> kafka.secured(profile).start())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(" was made with --secure, and other users than now: ");
        assertThat(profile.fingerprint()).doesNotContain("b]").hasSize(64);
    }

    private void write(String... lines) throws IOException {
        Files.write(folder.resolve("broker.properties"), List.of(lines));
    }
}
