package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    Path folder;

    @Test
    void aTreeIsDeletedAndWhatItsLinksPointToStays() throws IOException {
        // given
        Path kept = Files.writeString(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("kept"), "kept");
        Path tree = folder.resolve("tree");
        Files.writeString(Files.createDirectories(tree.resolve("a/b")).resolve("file"), "gone");
        Files.createSymbolicLink(tree.resolve("link"), kept.getParent());
        Files.createSymbolicLink(tree.resolve("dangling"), folder.resolve("nowhere"));

        // when
        FileTree.delete(tree);

        // then
        assertThat(tree).doesNotExist();
        assertThat(kept).hasContent("kept");
    }

    @Test
    void aLinkIsDeletedEvenIfItPointsNowhereAndWhatIsNotThereIsNoProblem() throws IOException {
        // given
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));

        // when
        FileTree.delete(dangling);
        FileTree.delete(dangling);

        // then
        assertThat(Files.isSymbolicLink(dangling)).isFalse();
    }
}
