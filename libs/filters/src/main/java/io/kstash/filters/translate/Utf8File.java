package io.kstash.filters.translate;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file, without the byte order mark that some editors write. */
final class Utf8File {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8File() {}

    static String read(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new DictionaryException("is not UTF-8", notUtf8);
        }
    }
}
