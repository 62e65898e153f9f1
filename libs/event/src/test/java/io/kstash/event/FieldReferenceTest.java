package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a | a", "a.b | a.b", "[a] | a", "[a][b] | a,b", "[a][0][c d] | a,0,c d", "[[a][b]] | a,b"})
    void namesAreSplitAtBrackets(String text, String names) {
        assertThat(FieldReference.of(text).path()).containsExactly(names.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a]b", "a[b]", "[a", "[]", "[a]b", "[a][]", "]", "a[0]"})
    void mixedOrUnbalancedBracketsAreRefused(String text) {
        assertThatThrownBy(() -> FieldReference.of(text))
                .isInstanceOf(FieldReferenceException.class)
                .hasMessageContaining("`" + text + "`");
    }

    @Test
    void metadataIsARootOfItsOwn() {
        FieldReference reference = FieldReference.of("[@metadata][kafka][topic]");

        assertThat(reference.inMetadata()).isTrue();
        assertThat(reference.path()).containsExactly("kafka", "topic");
    }
}
