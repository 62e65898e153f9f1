package io.kstash.plugin;

/**
 * Bytes to events and back. Immutable and thread-safe; the decoders and encoders that it makes are not.
 */
public interface Codec {
    /**
     * A decoder for one sequence of payloads.
     *
     * @throws InvalidOptionException where this codec is for outputs only
     */
    Decoder newDecoder();

    /**
     * An encoder.
     *
     * @throws InvalidOptionException where this codec is for inputs only
     */
    Encoder newEncoder();

    /**
     * The codec to use where payloads are cut at any byte, as on standard input: it finds the ends of events itself.
     * Logstash exchanges {@code plain} for {@code line} there, and {@code json} for {@code json_lines}.
     */
    default Codec forStream() {
        return this;
    }

    /**
     * A decoder for payloads that are each a line without its end, as from a file: it does not wait for an end that never
     * comes.
     *
     * @throws InvalidOptionException where this codec is for outputs only
     */
    default Decoder newLineDecoder() {
        return newDecoder();
    }
}
