package io.kstash.language.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.PipelineSource;
import io.kstash.language.source.SourceFile;
import io.kstash.language.syntax.Attribute;
import io.kstash.language.syntax.Branch;
import io.kstash.language.syntax.Condition;
import io.kstash.language.syntax.HashLiteral;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.Section;
import io.kstash.language.syntax.SyntaxNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void everyNodeKnowsItsPlace() {
        Section section = parse("""
                        filter {
                          if [a] == "ż" and !([b] in ["x", "y"]) {
                            mutate { add_field => { "k" => 5 } }
                          }
                        }
                        """).syntax().sections().get(0);

        Branch branch = (Branch) section.statements().get(0);
        Branch.Arm arm = branch.arms().get(0);
        Condition.And and = (Condition.And) arm.condition();
        PluginNode plugin = (PluginNode) arm.statements().get(0);
        Attribute attribute = plugin.attributes().get(0);
        HashLiteral.Entry entry = ((HashLiteral) attribute.value()).entries().get(0);

        assertPlace(section, "a.conf:1:1", "a.conf:5:2");
        assertPlace(branch, "a.conf:2:3", "a.conf:4:4");
        assertPlace(and, "a.conf:2:6", "a.conf:2:41");
        assertPlace(and.terms().get(0), "a.conf:2:6", "a.conf:2:16");
        assertPlace(and.terms().get(1), "a.conf:2:21", "a.conf:2:41");
        assertPlace(plugin, "a.conf:3:5", "a.conf:3:41");
        assertPlace(plugin.name(), "a.conf:3:5", "a.conf:3:11");
        assertPlace(attribute.name(), "a.conf:3:14", "a.conf:3:23");
        assertPlace(attribute.value(), "a.conf:3:27", "a.conf:3:39");
        assertPlace(entry.key(), "a.conf:3:29", "a.conf:3:32");
        assertPlace(entry.value(), "a.conf:3:36", "a.conf:3:37");
    }

    @Test
    void filesAreReadInTheOrderOfTheirNamesAndKeepTheirPlaces() {
        SourceFile second = new SourceFile("20-output.conf", "output {\n  stdout { }\n}");
        SourceFile first = new SourceFile("10-input.conf", "# only\ninput { stdin { } }");

        ParseResult result = PipelineParser.parse(new PipelineSource(List.of(second, first)));

        assertThat(result.diagnostics()).isEmpty();
        assertThat(SyntaxText.of(result.syntax().sections())).isEqualTo("(input (stdin)) (output (stdout))");
        Section output = result.syntax().sections().get(1);
        assertPlace(output.statements().get(0), "20-output.conf:2:3", "20-output.conf:2:13");
    }

    @Test
    void problemsOfAllFilesAreToldWithTheirFile() {
        SourceFile first = new SourceFile("1.conf", "input { stdin { }");
        SourceFile second = new SourceFile("2.conf", "output {\n  stdout { codec = json }\n}");

        ParseResult result = PipelineParser.parse(new PipelineSource(List.of(first, second)));

        assertThat(result.diagnostics()).extracting(Diagnostic::render).containsExactly("""
                        1.conf:1:7: the '{' of 'input' is never closed: '}' is missing
                        input { stdin { }
                              ^""", """
                        2.conf:2:18: expected '=>' after option 'codec' but found '='; did you mean '=>'?
                          stdout { codec = json }
                                         ^""");
    }

    private static void assertPlace(SyntaxNode node, String start, String end) {
        assertThat(node.span().start()).hasToString(start);
        assertThat(node.span().end()).hasToString(end);
    }

    private static ParseResult parse(String text) {
        return PipelineParser.parse(PipelineSource.of("a.conf", text));
    }
}
