package io.kstash.faults.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.app.ExitCode;
import io.kstash.up.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is a finding about the end of a process, and what is left of one. */
class MemberTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path logs;

    private final List<Member> members = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Member member : members) {
            member.kill();
        }
    }

    @Test
    void whoIsAskedToEndBeforeItsProgramRunsIsKilledAndThatIsNoFinding() {
        // given
        Member starting = member("exec sleep 60");
        starting.supervise();

        // when
        starting.terminate();

        // then
        assertThat(end(starting)).isEmpty();
        assertThat(starting.starts().get(0).exitCode()).isEqualTo(Member.ENDED_BY_SIGTERM);
    }

    @Test
    void whoWorkedAndDiesOfSigtermIsAFindingThatNamesItsLastLineAndItsLog() {
        // given
        Member working = member("echo Running pipeline; exec sleep 60");
        working.supervise();
        awaitSaid(working, "Running pipeline");

        // when
        working.terminate();

        // then
        assertThat(end(working))
                .contains("app was asked to end and did so with exit code 143: Running pipeline; see " + log(0));
    }

    @Test
    void whoEndsUnaskedWithTheCodeOfSigtermIsAFinding() {
        // given
        Member unasked = member("exit 143");

        // when
        unasked.supervise();

        // then
        assertThat(end(unasked)).contains("app ended by itself with exit code 143: it said nothing; see " + log(0));
    }

    @Test
    void theAccountNamesEachProcessItsEndItsLogAndWhatItSaidLast() {
        // given
        Member member = member("seq 1 9; exit 1");
        member.supervise();
        end(member);
        long pid = member.starts().get(0).pid();

        // when
        List<String> account = member.account();

        // then
        assertThat(account)
                .startsWith("app, process " + pid + ", exit code 1; see " + log(0), "    6", "    7", "    8", "    9");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoSleepsWakesUpWhenToldTo() throws IOException {
        // given
        Member member = member("exec sleep 60");
        member.supervise();

        // when
        member.freeze();

        // then
        await().atMost(LIMIT).until(() -> state(member).equals("T"));
        member.thaw();
        await().atMost(LIMIT).until(() -> state(member).equals("S"));
    }

    @Test
    void whoIsKilledInItsSleepLeavesNothingBehind() throws InterruptedException {
        // given
        Member member = member("exec sleep 60");
        member.supervise();
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        member.freeze();
        List<ProcessHandle> waker = ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .toList();
        assertThat(waker).hasSize(1);

        // when
        member.kill();

        // then
        assertThat(member.starts().get(0).isAlive()).isFalse();
        assertThat(waker).noneMatch(ProcessHandle::isAlive);
    }

    private Member member(String script) {
        Member member = new Member(
                "app",
                Set.of(ExitCode.OK),
                start -> ChildProcess.start("app", List.of("sh", "-c", script), Map.of(), log(start)));
        members.add(member);
        member.start();
        return member;
    }

    private Path log(int start) {
        return logs.resolve("app-" + start + ".log");
    }

    private static void awaitSaid(Member member, String text) {
        await().atMost(LIMIT).until(() -> member.starts().get(0).lastPrinted().contains(text));
    }

    /** What is found about the end of its first process. */
    private static Optional<String> end(Member member) {
        await().atMost(LIMIT).until(() -> !member.starts().get(0).isAlive());
        return member.supervise();
    }

    /** As the system says: T sleeps by a signal, S waits. */
    private static String state(Member member) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + member.starts().get(0).pid() + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).substring(0, 1);
    }
}
