package io.kstash.fuzz;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldTemplate;
import io.kstash.event.JsonReader;
import io.kstash.event.JsonWriter;
import io.kstash.event.Template;
import io.kstash.event.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Texts with references to fields and dates in them. */
final class TemplateTarget implements Target {
    private static final List<String> ORIGINALS = List.of(
            "%{[a][b]} %{message}",
            "%{+YYYY.MM.dd'T'HH:mm}",
            "%{{yyyy-MM-dd HH:mm:ss.SSS VV}}",
            "%{+%s} %{[tags][0]} %{[nope]}",
            "[a][b][-1][%{c}]",
            "%{[@metadata][kafka][topic]}-%{+xxxx.ww}");

    private final Corpus corpus;

    TemplateTarget(Corpus corpus) {
        this.corpus = corpus;
    }

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public Attempt attempt(Random random) {
        Mutator mutator = new Mutator(random);
        String text = mutator.text(ORIGINALS.get(random.nextInt(ORIGINALS.size())));
        Map<String, @Nullable Object> fields = corpus.any(random).events().stream()
                .findFirst()
                .<Map<String, @Nullable Object>>map(mutator::fields)
                .orElseGet(LinkedHashMap::new);
        String json = JsonWriter.text(fields);
        return new Attempt(text + "\n" + json, () -> render(text, json));
    }

    @SuppressWarnings("unchecked") // fields are an object with names as keys
    private static void render(String text, String json) {
        try {
            // Read back the fields are what an event may hold, as lists that can be changed.
            Event event = Event.of((Map<String, @Nullable Object>) JsonReader.readLast(json), Timestamp.now());
            Template.of(text).render(event);
            event.set(FieldTemplate.of(text).resolve(event), 1L);
        } catch (EventException asDocumented) {
            // The message is for the pipeline's author.
        }
    }
}
