package io.kstash.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void namesWhatWasDroppedAndWhereTheDeadLettersAre() throws JsonProcessingException {
        String health = "{\"dropped\": 3, \"deadLetters\": 2, \"deadLetterTopic\": \"p-dead-letters\"}";

        assertThat(Explanation.of(new ObjectMapper().readTree(health)))
                .satisfiesExactly(
                        dropped -> assertThat(dropped).contains("dropped 3 of the events"),
                        letters -> assertThat(letters)
                                .contains("2 records became dead letters", "--topic p-dead-letters"));
    }

    @Test
    void saysNothingWhereThereIsNothingToSay() throws JsonProcessingException {
        assertThat(Explanation.of(new ObjectMapper().readTree("{}"))).isEmpty();
    }
}
