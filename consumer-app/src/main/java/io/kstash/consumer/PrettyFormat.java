package io.kstash.consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * For a person: a line with the record's place, time and key, a line for each header, and the value, indented if it is JSON.
 * Bytes that are not UTF-8 are shown in hexadecimal. Control characters are shown as escapes, so that a record cannot play
 * with the terminal.
 */
final class PrettyFormat implements RecordFormat {
    private static final String PLACE = "\033[1;36m";
    private static final String DETAIL = "\033[2m";
    private static final String PLAIN = "\033[0m";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
    private static final JsonFactory JSON = new JsonFactory();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final boolean colours;

    /** @param colours whether the terminal shows them */
    PrettyFormat(boolean colours) {
        this.colours = colours;
    }

    @Override
    public void write(ConsumerRecord<byte[], byte[]> message, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(in(PLACE, message.topic() + "/" + message.partition() + "/" + message.offset()))
                .append("  ")
                .append(in(DETAIL, Instant.ofEpochMilli(message.timestamp()).toString()));
        if (message.key() != null) {
            text.append("  key ").append(shown(message.key()));
        }
        for (Header header : message.headers()) {
            text.append("\n  ").append(in(DETAIL, escaped(header.key()) + ": " + shown(header.value())));
        }
        text.append('\n').append(value(message.value())).append("\n\n");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String in(String colour, String text) {
        return colours ? colour + text + PLAIN : text;
    }

    private static String value(byte @Nullable [] bytes) {
        String text = bytes == null ? null : Utf8.decode(bytes);
        return text == null ? shown(bytes) : escaped(indented(text));
    }

    private static String shown(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "(null)";
        }
        String text = Utf8.decode(bytes);
        return text != null
                ? escaped(text)
                : "(" + bytes.length + " bytes) " + HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    private static String escaped(String text) {
        return CONTROL.matcher(text)
                .replaceAll(
                        control -> "\\\\u%04x".formatted((int) control.group().charAt(0)));
    }

    /** The text itself if it is not one JSON object or array. */
    private static String indented(String text) {
        StringWriter indented = new StringWriter();
        try (JsonParser parser = JSON.createParser(text);
                JsonGenerator json = JSON.createGenerator(indented)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));
            parser.nextToken();
            json.copyCurrentStructureExact(parser);
            if (parser.nextToken() != null) {
                return text;
            }
        } catch (IOException e) {
            return text;
        }
        return indented.toString();
    }
}
