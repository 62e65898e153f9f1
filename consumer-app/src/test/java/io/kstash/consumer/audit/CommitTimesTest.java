package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitTimesTest {
    private final CommitTimes commits = new CommitTimes();

    @Test
    void aRecordIsCommittedWithTheFirstCommitBeyondIt() {
        // given
        commits.add(10, 1_000);
        commits.add(20, 2_000);
        commits.add(15, 3_000);
        commits.add(30, 4_000);

        // when, then
        assertThat(commits.of(0)).isEqualTo(1_000);
        assertThat(commits.of(9)).isEqualTo(1_000);
        assertThat(commits.of(10)).isEqualTo(2_000);
        assertThat(commits.of(29)).isEqualTo(4_000);
    }

    @Test
    void veryManyCommitsAreKnownALittleLessExactly() {
        // given
        int many = 1_000_000;

        // when
        for (int i = 1; i <= many; i++) {
            commits.add(i, i);
        }

        // then
        assertThat(commits.of(0)).isBetween(1L, 64L);
        assertThat(commits.of(500_000)).isBetween(500_001L, 500_064L);
        assertThat(commits.of(many - 1)).isEqualTo(many);
    }
}
