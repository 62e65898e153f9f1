package io.kstash.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.engine.EventSink;
import io.kstash.engine.Stage;
import io.kstash.engine.StageObserver;
import io.kstash.engine.Step;
import io.kstash.event.Event;
import io.kstash.language.source.PipelineSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsSummaryTest {
    @Test
    void optionsAreInOneLineAsTheyAreWritten() {
        String written = """
                mutate {
                  add_field => { "by" => "logstash" "[a][b]" => "${HOME} and
                    more" } # why
                  remove_field => ["x", y]
                  lowercase => z
                }
                """;

        assertThat(summary(written))
                .isEqualTo("add_field by => logstash, [a][b] => ${HOME} and more; remove_field x, y; lowercase z");
    }

    @Test
    void secretsAreNotShown() {
        assertThat(summary("fingerprint { source => m key => 'hidden' method => SHA256 }"))
                .isEqualTo("source m; key (secret); method SHA256");
    }

    @Test
    void whatIsLongIsCut() {
        assertThat(summary("mutate { replace => { a => '" + "x".repeat(1000) + "' } }"))
                .startsWith("replace a => xxx")
                .endsWith("x…")
                .hasSizeLessThan(310);
    }

    @Test
    void aFilterWithoutOptionsHasNone() {
        assertThat(summary("drop { }")).isEmpty();
    }

    private static String summary(String filter) {
        List<Step> steps = new ArrayList<>();
        StageObserver noting = new StageObserver() {
            @Override
            public void planned(Step step) {
                steps.add(step);
            }

            @Override
            public List<Event> observe(Step step, Stage stage, List<Event> events, EventSink sink) {
                return stage.process(events, sink);
            }
        };
        TestCatalog.planner().plan(PipelineSource.of("p.conf", "filter { " + filter + " }"), noting);
        return steps.get(0).options();
    }
}
