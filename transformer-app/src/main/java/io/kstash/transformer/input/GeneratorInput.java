package io.kstash.transformer.input;

import io.kstash.app.StopSignal;
import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Codec;
import io.kstash.plugin.Decoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Repeats payloads, each event with the number of its round. */
record GeneratorInput(List<String> payloads, long rounds, Codec codec, boolean ecs) implements LocalInput {
    @Override
    public void read(Surroundings surroundings, EventReceiver events) throws IOException {
        Decoder decoder = codec.newDecoder();
        HostFields host = HostFields.of(ecs, "[host][name]");
        FieldReference sequence = FieldReference.of(ecs ? "[event][sequence]" : "sequence");
        StopSignal stop = surroundings.stop();
        for (long round = 0; (rounds == 0 || round < rounds) && !stop.isRequested(); round++) {
            for (String payload : payloads) {
                List<Event> decoded = new ArrayList<>();
                decoder.decode(payload.getBytes(StandardCharsets.UTF_8), Timestamp.now(), decoded::add);
                for (Event event : decoded) {
                    host.add(event);
                    event.set(sequence, round);
                    events.accept(event);
                }
            }
        }
    }
}
