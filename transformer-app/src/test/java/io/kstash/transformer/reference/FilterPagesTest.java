package io.kstash.transformer.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.language.source.PipelineSource;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import io.kstash.transformer.load.Catalog;
import io.kstash.transformer.load.PipelineLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilterPagesTest {
    private static final Path PUBLISHED = Path.of("../docs/filters");

    @Test
    void thePublishedPagesAreUpToDate() throws IOException {
        Map<String, String> published = new TreeMap<>();
        try (Stream<Path> files = Files.list(PUBLISHED)) {
            for (Path file : files.toList()) {
                published.put(file.getFileName().toString(), Files.readString(file));
            }
        }

        assertThat(published)
                .as("write them anew: scripts/transformer plugins --markdown docs/filters")
                .isEqualTo(new FilterPages(Catalog.filters(), Catalog.filterOptions()).all());
    }

    static List<PluginSpec> filters() {
        return Catalog.filters();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void anExampleIsAPipelineThatIsFine(PluginSpec filter) {
        PipelineSource source = PipelineSource.of(filter.name(), "filter {\n" + filter.example() + "\n}");

        assertThat(new PipelineLoader(Map.of(), true).check(source).diagnostics())
                .isEmpty();
    }

    @Test
    void aPageTellsAllOptions() {
        PluginSpec spec = PluginSpec.of(
                        PluginKind.FILTER,
                        "shout",
                        "Makes text loud.",
                        Option.required("field", OptionType.STRING, "Which field."),
                        Option.withDefault("tags", OptionType.STRINGS, List.of("_a", "_b"), "One | many."),
                        Option.withDefault("often", OptionType.BOOLEAN, "false", "Whether twice."),
                        Option.unsupported("silently", "use a smaller field"))
                .withExample("shout { field => \"a\" }");

        Map<String, String> pages =
                new FilterPages(List.of(spec), List.of(Option.optional("id", OptionType.STRING, "A name."))).all();

        assertThat(pages).containsOnlyKeys("shout.md", "README.md");
        assertThat(pages.get("shout.md"))
                .contains("Makes text loud.\n\n```\nfilter {\n  shout { field => \"a\" }\n}\n```\n")
                .contains("| `field` | string, required |  | Which field. |\n")
                .contains("| `tags` | array of strings | `[\"_a\", \"_b\"]` | One \\| many. |\n")
                .contains("| `often` | boolean | `false` | Whether twice. |\n")
                .contains("| `silently` | not supported |  | Not supported: use a smaller field |\n");
        assertThat(pages.get("README.md"))
                .contains("| [shout](shout.md) | Makes text loud. |\n", "| `id` | string |  | A name. |\n");
    }
}
