package io.kstash.filters.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.Options;
import io.kstash.plugin.Outcome;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CsvFilterTest {
    private static final FieldReference MESSAGE = FieldReference.ofName("message");
    private static final int THREADS = 8;

    @Test
    void exactlyOneEventOfAllThreadsNamesTheColumns() throws Exception {
        for (int round = 0; round < 200; round++) {
            Filter filter = filter(Map.of("autodetect_column_names", true));
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);

            List<Future<Outcome>> outcomes = threads.invokeAll(
                    Collections.nCopies(THREADS, (Callable<Outcome>) () -> filter.filter(event("a,b"))));

            threads.shutdown();
            int dropped = 0;
            for (Future<Outcome> outcome : outcomes) {
                dropped += outcome.get() instanceof Outcome.Dropped ? 1 : 0;
            }
            assertThat(dropped).isOne();
        }
    }

    @Test
    @Timeout(10)
    void numbersWithoutEndStayTextsAndTakeNoTime() {
        Filter filter = filter(Map.of("convert", Map.of("column1", "integer", "column2", "float")));
        String digits = "1_2".repeat(1_000_000);
        Event event = event(digits + "," + digits);

        filter.filter(event);

        assertThat(event.get(FieldReference.ofName("column1"))).isEqualTo(digits);
        assertThat(event.get(FieldReference.ofName("column2"))).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static Event event(String message) {
        Event event = Event.at(Timestamp.ofEpochMilli(0));
        event.set(MESSAGE, message);
        return event;
    }

    private static Filter filter(Map<String, Object> given) {
        CsvFilterFactory factory = new CsvFilterFactory();
        Map<String, Object> values = new HashMap<>();
        for (Option<?> option : factory.spec().options()) {
            option.defaultValue()
                    .ifPresent(value -> values.put(option.name(), option.type().convert(value)));
        }
        values.putAll(given);
        return factory.create(new Options(values));
    }
}
