package io.kstash.faults.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornFilesTest {
    private static final String SYNCED = "one\ntwo\n";

    @TempDir
    Path folder;

    @Test
    void whatWasSyncedStaysAndWhatIsBehindMayBeAnything() throws Exception {
        // given
        Path log = folder.resolve("all.log");
        Files.writeString(folder.resolve("all.log.kstash-journal"), """
                        00000000 {"format":1}
                        00000000 {"sequence":1,"files":{"all.log":{"length":4}},"index":3}
                        00000000 {"sequence":2,"files":{"all.log":{"length":8}},"index":6}
                        """);
        Path index = folder.resolve("all.log.kstash-index");
        int torn = 0;
        for (long seed = 0; seed < 100; seed++) {
            Files.writeString(log, SYNCED + "three\n");
            Files.writeString(index, "synced, and more");

            // when
            new TornFiles(seed).tear(folder);

            // then
            assertThat(Files.readAllBytes(log)).startsWith(SYNCED.getBytes(StandardCharsets.UTF_8));
            assertThat(Files.readAllBytes(index)).startsWith("synced".getBytes(StandardCharsets.UTF_8));
            torn += Files.size(log) == SYNCED.length() + 6 ? 0 : 1;
        }
        assertThat(torn).isGreaterThan(50);
    }
}
