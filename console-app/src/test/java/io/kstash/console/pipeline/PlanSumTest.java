package io.kstash.console.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PlanSumTest {
    @Test
    void countsAddUpAndAllElseStays() throws Exception {
        JsonNode sum = PlanSum.of(
                json("{'name':'shop','counts':{'read':3},'latency':{'boundsMillis':[1,2],'counts':[1,0,2]}}"),
                json("{'name':'shop','counts':{'read':4},'latency':{'boundsMillis':[1,2],'counts':[0,5,1]}}"));

        assertThat(sum)
                .hasToString(quoted(
                        "{'name':'shop','counts':{'read':7},'latency':{'boundsMillis':[1,2],'counts':[1,5,3]}}"));
    }

    @Test
    void countsBeginWithTheFirstStart() throws Exception {
        JsonNode sum = PlanSum.of(json("{'since':1700000005000}"), json("{'since':1700000001000}"));

        assertThat(sum).hasToString(quoted("{'since':1700000001000}"));
    }

    @Test
    void theTimeOfAFilterIsTheMeanOfItsEvents() throws Exception {
        JsonNode sum = PlanSum.of(
                json("[{'name':'mutate','in':1,'out':1,'nanos':100}]"),
                json("[{'name':'mutate','in':3,'out':2,'nanos':200}]"));

        assertThat(sum).hasToString(quoted("[{'name':'mutate','in':4,'out':3,'nanos':175}]"));
    }

    @Test
    void ofDifferentPipelinesTheFirstStays() throws Exception {
        JsonNode one = json("{'filters':[{'in':1}]}");

        assertThat(PlanSum.of(one, json("{'filters':[{'in':1},{'in':2}]}"))).isEqualTo(one);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(quoted(text));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
