package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.ExitCode;
import io.kstash.ledger.LedgerOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does to a log file is found and named. */
@Timeout(60)
class AuditFilesTest {
    @TempDir
    private Path folder;

    private FlowOnKafka flow;
    private Path log;
    private List<String> lines;

    @BeforeEach
    void writeFile() throws Exception {
        flow = new FlowOnKafka(folder, 1, 1);
        log = Path.of(flow.file.name());
        flow.send(0, 1, 2, 3);
        flow.transaction().deliver(0, 1, 2, 3).commit(4);
        flow.writeFile(log);
        lines = new ArrayList<>(Files.readAllLines(log));
    }

    @AfterEach
    void closeFlow() {
        flow.close();
    }

    @Test
    void nothingIsWrong() {
        assertThat(audit(ExitCode.OK))
                .endsWith("lost 0, doubled 0, out of order 0: every one of 4 records is accounted for");
    }

    @Test
    void aLineIsDeleted() throws IOException {
        // given
        lines.remove(1);

        // when
        Files.write(log, lines);

        // then
        assertThat(audit(ExitCode.FAILED))
                .contains("lost, file " + log + ": " + flow.input + "/0/1, sent as run/1/1, at " + log + " byte "
                        + (lines.get(0).length() + 1) + ": gone from there")
                .endsWith("lost 1, doubled 0, out of order 0: NOT every one of 4 records is accounted for");
    }

    @Test
    void linesInARowAreDeleted() throws IOException {
        // given
        lines.subList(1, 3).clear();

        // when
        Files.write(log, lines);

        // then
        assertThat(audit(ExitCode.FAILED))
                .contains("lost, file " + log + ": " + flow.input + "/0/1..2, sent as run/1/1 to run/1/2, at " + log
                        + " byte " + (lines.get(0).length() + 1) + ": gone from there");
    }

    @Test
    void theIndexIsDeleted() throws IOException {
        // when
        Files.delete(Path.of(log + ".kstash-index"));

        // then
        assertThat(audit(ExitCode.FAILED))
                .singleElement()
                .asString()
                .startsWith("audit: The index " + log + ".kstash-index was deleted or moved away: put it back.");
    }

    /** What docs/operations.md says to do. */
    @Test
    void aFileThatIsMovedAwayWithItsJournalAndIndexIsWrittenAnew() throws Exception {
        // given
        Files.write(log, lines.subList(1, 3));
        audit(ExitCode.FAILED);

        // when
        Path away = Files.createDirectory(folder.resolve("away"));
        for (String name : List.of(log.toString(), log + ".kstash-journal", log + ".kstash-index")) {
            Path file = Path.of(name);
            Files.move(file, away.resolve(file.getFileName()));
        }
        flow.writeFile(log);

        // then
        assertThat(log).hasContent(String.join("\n", lines));
        assertThat(audit(ExitCode.OK))
                .endsWith("lost 0, doubled 0, out of order 0: every one of 4 records is accounted for");
    }

    @Test
    void aLineIsDoubled() throws IOException {
        // given
        lines.add(2, lines.get(1));

        // when
        Files.write(log, lines);

        // then
        assertThat(audit(ExitCode.FAILED))
                .anyMatch(line -> line.startsWith(
                        "doubled, file " + log + ": " + flow.input + "/0/1, sent as run/1/1, at " + log + " byte "))
                .endsWith("lost 0, doubled 1, out of order 0: NOT every one of 4 records is accounted for");
    }

    @Test
    void linesAreSwapped() throws IOException {
        // given
        Collections.swap(lines, 1, 2);

        // when
        Files.write(log, lines);

        // then
        assertThat(audit(ExitCode.FAILED))
                .anyMatch(line -> line.startsWith("out of order, file " + log + ": " + flow.input + "/0/"))
                .anyMatch(line -> line.matches("lost 0, doubled 0, out of order [12]: NOT .*"));
    }

    @Test
    void aLineIsChanged() throws IOException {
        // given
        lines.set(1, "something else");

        // when
        Files.write(log, lines);

        // then
        assertThat(audit(ExitCode.FAILED))
                .anyMatch(line -> line.startsWith("lost, file " + log + ": " + flow.input + "/0/1, sent as run/1/1"))
                .anyMatch(line -> line.startsWith("lost 1, doubled 0, out of order 0"));
    }

    @Test
    void whatIsNotWrittenYetIsOnItsWay() throws Exception {
        // given
        flow.send(4);

        // when
        flow.transaction().deliver(4).commit(5);

        // then
        assertThat(audit(ExitCode.OK))
                .endsWith("lost 0, doubled 0, out of order 0: every one of 5 records is accounted for (1 in flight)");
    }

    @Test
    void anOutputWithAnotherPathWritesAllOfItsTopicThere() throws Exception {
        // given
        Path renamed = folder.resolve("renamed.log");
        LedgerOutput output = new LedgerOutput(LedgerOutput.Kind.FILE, flow.file.id(), renamed.toString());
        flow.send(4);
        flow.transaction()
                .account(0, 4, FlowOnKafka.emitted(1, output))
                .write(output, 0, 4, 0, 0)
                .commit(5);

        // when
        flow.writeFile(renamed);

        // then
        assertThat(Files.readAllLines(renamed)).hasSize(5);
        assertThat(audit(ExitCode.OK))
                .contains("Note: the output that writes file " + renamed
                        + " had another path before, where the audit does not look")
                .endsWith("lost 0, doubled 0, out of order 0: every one of 5 records is accounted for");
    }

    @Test
    void aFileThatIsNotHereIsLookedForInTheDataFolderElseItsLinesAreLost() throws Exception {
        // given
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.move(file, elsewhere.resolve(file.getFileName()));
            }
        }

        // when
        List<String> there = audit(ExitCode.OK, "--data", elsewhere.toString());
        List<String> nowhere = audit(ExitCode.FAILED, "--data", folder.toString());

        // then
        assertThat(there).endsWith("lost 0, doubled 0, out of order 0: every one of 4 records is accounted for");
        assertThat(nowhere)
                .contains("Note: file " + log + " and its journal are not on this machine, neither there nor in "
                        + folder + ": run the audit where the transformer runs, or give the folder with --data")
                .endsWith("lost 4, doubled 0, out of order 0: NOT every one of 4 records is accounted for");
    }

    private List<String> audit(int expectedExitCode, String... more) {
        return AuditRun.lines(flow, expectedExitCode, more);
    }
}
