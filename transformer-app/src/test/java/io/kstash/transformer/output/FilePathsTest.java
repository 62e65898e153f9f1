package io.kstash.transformer.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.FailedException;
import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Template;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Codec;
import io.kstash.plugin.Decoder;
import io.kstash.plugin.Encoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePathsTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "logs/%{app}.log,           web,            logs/web.log",
        "logs/%{app}.log,           eu/web,         logs/eu/web.log",
        "logs/%{app}.log,           a/../b,         logs/b.log",
        "logs/%{app}.log,           ../x,           logs/_filepath_failures",
        "logs/%{app},               .,              logs/_filepath_failures",
        "logs/%{app},               /etc/passwd,    logs/etc/passwd",
        "logs/app-%{app}/x.log,     web,            logs/app-web/x.log",
        "logs/fixed.log,            web,            logs/fixed.log",
    })
    void thePathIsFilledFromTheEventBelowItsRoot(String path, String app, String expected) {
        FilePaths paths = FilePaths.of(output(folder + "/" + path), Optional.empty(), warnings::add);

        assertThat(paths.of(event(app))).isEqualTo(folder.resolve(expected));
        assertThat(paths.root()).isEqualTo(folder.resolve("logs")).isDirectory();
    }

    @Test
    void aPathThatNoFileCanHaveIsAFailure() {
        FilePaths paths = FilePaths.of(output(folder + "/%{app}"), Optional.empty(), warnings::add);

        assertThat(paths.of(event("a\0b"))).isEqualTo(folder.resolve("_filepath_failures"));
    }

    @Test
    void dataTakesTheFilesOfAFolderThatCannotBeCreated() throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");
        Path data = folder.resolve("data");

        FilePaths paths = FilePaths.of(output(folder + "/file/sub/%{app}.log"), Optional.of(data), warnings::add);

        assertThat(paths.of(event("web"))).isEqualTo(data.resolve("web.log"));
        assertThat(data).isDirectory();
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("Cannot create folder " + folder.resolve("file/sub") + " of a file output (")
                .endsWith("its files go to " + data);
    }

    @Test
    void aFolderThatCannotBeCreatedIsNamed() throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> FilePaths.of(output(folder + "/file/x.log"), Optional.empty(), warnings::add))
                .isInstanceOf(FailedException.class)
                .hasMessage("Cannot create folder " + folder.resolve("file") + " of a file output (not a folder: "
                        + folder.resolve("file")
                        + "): create it, or give the folder that takes its files with --data");
    }

    private static Event event(String app) {
        Event event = Event.at(Timestamp.ofEpochMilli(0));
        event.set(FieldReference.of("app"), app);
        return event;
    }

    private static FileOutput output(String path) {
        return new FileOutput(Template.of(path), new NoCodec());
    }

    private static final class NoCodec implements Codec {
        @Override
        public Decoder newDecoder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Encoder newEncoder() {
            throw new UnsupportedOperationException();
        }
    }
}
