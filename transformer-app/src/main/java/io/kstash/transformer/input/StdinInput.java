package io.kstash.transformer.input;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Codec;
import io.kstash.plugin.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads standard input in chunks of 16 KiB, as Logstash does. A line without an end is no event, as there. */
record StdinInput(Codec codec, boolean ecs) implements LocalInput {
    private static final int CHUNK = 16 * 1024;
    private static final FieldReference EVENT_ORIGINAL = FieldReference.of("[event][original]");

    @Override
    public void read(Surroundings surroundings, EventReceiver events) throws IOException {
        Decoder decoder = codec.newDecoder();
        HostFields host = HostFields.of(ecs, "[host][hostname]");
        InputStream stdin = surroundings.stdin();
        byte[] buffer = new byte[CHUNK];
        for (int length = stdin.read(buffer); length >= 0; length = stdin.read(buffer)) {
            byte[] chunk = Arrays.copyOf(buffer, length);
            List<Event> decoded = new ArrayList<>();
            decoder.decode(chunk, Timestamp.now(), decoded::add);
            for (Event event : decoded) {
                host.add(event);
                keepOriginal(event, chunk);
                events.accept(event);
            }
            events.flush();
            if (surroundings.stop().isRequested()) {
                return;
            }
        }
    }

    /** What a codec does not keep is, in Logstash, the whole chunk of which the event is a part. */
    private void keepOriginal(Event event, byte[] chunk) {
        if (ecs) {
            HostFields.addUnlessTaken(event, EVENT_ORIGINAL, new String(chunk, StandardCharsets.UTF_8));
        }
    }
}
