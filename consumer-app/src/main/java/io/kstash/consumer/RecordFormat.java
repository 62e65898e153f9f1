package io.kstash.consumer;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How a record is printed. Used by one thread. */
@FunctionalInterface
interface RecordFormat {
    /** Writes one record, its last newline included. */
    void write(ConsumerRecord<byte[], byte[]> message, OutputStream out) throws IOException;

    /** The formats by the names that the command line gives them. */
    enum Name {
        VALUE,
        JSON,
        PRETTY;

        /** @param colours whether the terminal shows them */
        RecordFormat format(boolean colours) {
            return switch (this) {
                case VALUE -> new ValueFormat();
                case JSON -> new JsonFormat();
                case PRETTY -> new PrettyFormat(colours);
            };
        }
    }
}
