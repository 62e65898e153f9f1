package io.kstash.language.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.language.source.PipelineSource;
import io.kstash.language.syntax.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxTreeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'x' | 'x'",
                "\"it's\" | 'it's'",
                "'it\\'s' | 'it\\'s'",
                "\"a\\\\b\\tc\" | 'a\\\\b\\tc'",
                "\"\" | ''",
                "\"${HOME:/root}\" | '${HOME:/root}'",
                "true | true",
                "_x9 | _x9",
                "5 | Long:5",
                "-5 | Long:-5",
                "0 | Long:0",
                "010 | Long:8",
                "-010 | Long:-8",
                "1.50 | Double:1.5",
                "08.5 | Double:8.5",
                "9223372036854775807 | Long:9223372036854775807",
                "-9223372036854775808 | Long:-9223372036854775808",
                "[] | (array)",
                "[ \"a\", bare , 5,[1] ] | (array 'a' bare Long:5 (array Long:1))",
                "[{}] | (array (hash))",
                "{} | (hash)",
                "{ \"a\" => 1 bb=>\"2\"'c'=>[] 3 => { } } | (hash 'a'=Long:1 bb='2' 'c'=(array) Long:3=(hash))",
                "json { } | (json)",
                "json{charset=>\"UTF-8\"} | (json charset='UTF-8')",
            })
    void readsValues(String text, String expected) {
        assertThat(tree("filter { mutate { o => " + text + " } }")).isEqualTo("(filter (mutate o=" + expected + "))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[a] | field[a]",
                "[a][b c][@d] | field[a, b c, @d]",
                "[\"x\"] | field[\"x\"]",
                "[1] | field[1]",
                "[\"x\",\"y\"] | (array 'x' 'y')",
                "[] | (array)",
                "\"x\" | 'x'",
                "/a\\/b#{1}/ | /a\\/b#{1}/",
                "upper([a], \"b\") | (call upper field[a] 'b')",
                "now() | (call now)",
                "[a]==1 | (== field[a] Long:1)",
                "[a]!='x' | (!= field[a] 'x')",
                "[a]<-1 | (< field[a] Long:-1)",
                "[a] >= 1.5 | (>= field[a] Double:1.5)",
                "5 <= [a] | (<= Long:5 field[a])",
                "[a]>[b] | (> field[a] field[b])",
                "[a]=~/x/ | (=~ field[a] /x/)",
                "[a] !~ \"x\" | (!~ field[a] 'x')",
                "[a]in[b] | (in field[a] field[b])",
                "\"x\"in[tags] | (in 'x' field[tags])",
                "[a] not  in [foo, \"b\"] | (not-in field[a] (array foo 'b'))",
                "![a] | (not field[a])",
                "! ( [a] ) | (not field[a])",
                "!(![a]) | (not (not field[a]))",
                "([a]) | field[a]",
                "[a]==1and[b]==2 | (and (== field[a] Long:1) (== field[b] Long:2))",
                "[a] and [b] and [c] | (and field[a] field[b] field[c])",
                "[a] or [b] or [c] | (or field[a] field[b] field[c])",
                "[a] and [b] or [c] | (or (and field[a] field[b]) field[c])",
                "[a] or [b] and [c] | (or field[a] (and field[b] field[c]))",
                "[a] or [b] and [c] or [d] | (or field[a] (and field[b] field[c]) field[d])",
                "([a] or [b]) and [c] | (and (or field[a] field[b]) field[c])",
                "[a] xor [b] | (xor field[a] field[b])",
                "([a] nand [b]) and [c] | (and (nand field[a] field[b]) field[c])",
                "[in] == \"and\" and [or] | (and (== field[in] 'and') field[or])",
            })
    void readsConditions(String text, String expected) {
        assertThat(tree("filter{if " + text + "{}}")).isEqualTo("(filter (if (" + expected + ")))");
    }

    /** A fault of Logstash on which pipelines may depend; the author is warned, see syntax-errors.txt. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a] and [b] and [c] or [d] | (and field[a] (or (and field[b] field[c]) field[d]))",
                "[a] and [b] and [c] and [d] or [e] or [f] "
                        + "| (and field[a] field[b] (or (and field[c] field[d]) field[e] field[f]))",
                "[a] or [b] and [c] and [d] or [e] and [f] and [g] "
                        + "| (or field[a] (and field[b] (or (and field[c] field[d]) (and field[e] field[f] field[g]))))",
            })
    void joinsLongRunsOfAndAsLogstashDoes(String text, String expected) {
        ParseResult result = PipelineParser.parse(PipelineSource.of("a.conf", "filter{if " + text + "{}}"));

        assertThat(result.hasErrors()).isFalse();
        assertThat(result.diagnostics()).isNotEmpty();
        assertThat(SyntaxText.of(result.syntax().sections())).isEqualTo("(filter (if (" + expected + ")))");
    }

    @Test
    void readsBranches() {
        String text = """
                filter {
                  if [a]{drop{}}# one
                  else # two
                  if [b] { } else if [c] { if [d] { x{} } }
                  else{y{}}
                  if [e] { }
                  z { }
                }
                """;

        assertThat(tree(text))
                .isEqualTo("(filter (if (field[a] (drop)) (field[b]) (field[c] (if (field[d] (x)))) (else (y)))"
                        + " (if (field[e])) (z))");
    }

    @Test
    void readsElseIfWithoutSpace() {
        assertThat(tree("filter { if [a] { } elseif [b] { x { } } elseif[c]{ } }"))
                .isEqualTo("(filter (if (field[a]) (field[b] (x)) (field[c])))");
    }

    @Test
    void readsSectionsInAnyOrderAndNumber() {
        String text = "output{a{}}input{b{}} # c\nfilter{}filter{ d{} e{} }#";

        PipelineSource source = PipelineSource.of("a.conf", text);
        ParseResult result = PipelineParser.parse(source);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(SyntaxText.of(result.syntax().sections()))
                .isEqualTo("(output (a)) (input (b)) (filter) (filter (d) (e))");
        assertThat(SyntaxText.of(result.syntax().statements(Section.Kind.FILTER)))
                .isEqualTo("(d) (e)");
    }

    @Test
    void keepsAttributesInOrderAndRepeated() {
        String text = "filter { mutate { \"add tag\" => 1 5 => \"x\" # c\n add-tag => 2\tadd-tag => 3 } }";

        assertThat(tree(text)).isEqualTo("(filter (mutate add tag=Long:1 5='x' add-tag=Long:2 add-tag=Long:3))");
    }

    @Test
    void keepsLineBreaksOfStrings() {
        assertThat(tree("filter { mutate { add_tag => \"a\r\n # b\n\" } }"))
                .isEqualTo("(filter (mutate add_tag='a\r\n # b\n'))");
    }

    @Test
    void readsTextWithoutSections() {
        assertThat(tree(" # nothing here")).isEmpty();
    }

    private static String tree(String text) {
        ParseResult result = PipelineParser.parse(PipelineSource.of("a.conf", text));
        assertThat(result.diagnostics()).isEmpty();
        return SyntaxText.of(result.syntax().sections());
    }
}
