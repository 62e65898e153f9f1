package io.kstash.language.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.language.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PLAIN | mutate{add_tag=>\"x\"} | WORD:mutate SYMBOL:{ WORD:add_tag SYMBOL:=> STRING:\"x\" SYMBOL:}",
                "PLAIN | a-b 5x -5 1.5 1e5 . | WORD:a-b WORD:5x NUMBER:-5 NUMBER:1.5 WORD:1e5 SYMBOL:.",
                "PLAIN | [a] , 'b\\'c' | SYMBOL:[ WORD:a SYMBOL:] SYMBOL:, STRING:'b\\'c'",
                "PLAIN | “a b” ; -> € | TYPOGRAPHIC_STRING:“a b” SYMBOL:; SYMBOL:-> SYMBOL:€",
                "OPERAND | [a][b] [\"x\"] | SELECTOR:[a][b] SELECTOR:[\"x\"]",
                "OPERAND | [a,b] | SYMBOL:[ WORD:a SYMBOL:, WORD:b SYMBOL:]",
                "OPERAND | /a\\/b/ \"/\" foo.bar | REGEXP:/a\\/b/ STRING:\"/\" WORD:foo.bar",
                "OPERATOR | ==and!~in>=<<> | SYMBOL:== WORD:and SYMBOL:!~ WORD:in SYMBOL:>= SYMBOL:< SYMBOL:<>",
                "OPERATOR | 1and / | NUMBER:1 WORD:and SYMBOL:/",
            })
    void cutsTextByWhatIsExpected(LexerMode mode, String text, String expected) {
        assertThat(String.join(" ", tokens(mode, text))).isEqualTo(expected);
    }

    @Test
    void passesOverBlanksAndComments() {
        assertThat(tokens(LexerMode.PLAIN, "# c\r\n\ta # \"d\n#\n b#")).containsExactly("WORD:a", "WORD:b");
    }

    @Test
    void marksWhatIsNotClosed() {
        Token string = new Lexer(new SourceFile("a.conf", "x \"a\\\"")).tokenAt(1, LexerMode.PLAIN);

        assertThat(string.kind()).isEqualTo(Token.Kind.STRING);
        assertThat(string.closed()).isFalse();
        assertThat(string.content()).isEqualTo("a\\\"");
    }

    private static List<String> tokens(LexerMode mode, String text) {
        Lexer lexer = new Lexer(new SourceFile("a.conf", text));
        List<String> tokens = new ArrayList<>();
        Token token = lexer.tokenAt(0, mode);
        while (!token.is(Token.Kind.END)) {
            tokens.add(token.kind() + ":" + token.text());
            token = lexer.tokenAt(token.end(), mode);
        }
        return tokens;
    }
}
