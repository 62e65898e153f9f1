package io.kstash.transformer.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.PipelineSource;
import io.kstash.transformer.load.PipelineLoader;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileOutputFactoryTest {
    private static final String NO_FIXED_FOLDER =
            "'path' must start with a folder that no event decides, such as /var/log/%{app}.log";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "%{app}.log; " + NO_FIXED_FOLDER,
                "' '; " + NO_FIXED_FOLDER,
                "logs/\0/%{app}; 'path' must be a path that a file can have here, and not \"logs/\\u0000/%{app}\": Nul character not allowed",
            })
    void aPathThatCannotBeUsedIsRefused(String path, String message) {
        String pipeline = "input { generator { } } output { file { path => \"" + path + "\" } }";

        assertThat(new PipelineLoader(Map.of(), true)
                        .check(PipelineSource.of("p.conf", pipeline))
                        .diagnostics())
                .extracting(Diagnostic::summary)
                .containsExactly(message);
    }
}
