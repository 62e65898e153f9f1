package io.kstash.filters.xml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What follows {@code <?xml}. */
final class XmlDeclaration {
    /** The names that Ruby knows; Java knows many more. */
    private static final Pattern KNOWN = Pattern.compile("utf-(?:8|16|16be|16le|32|32be|32le)|iso-?8859-\\d+|cp-?\\d+"
            + "|windows-\\d+|ibm\\d+|(?:us-)?ascii|shift[_-]jis|euc-(?:jp|kr|tw)|gbk|gb2312|gb18030|big5|koi8-[ru]"
            + "|iso-2022-jp");

    private XmlDeclaration() {}

    /** Takes the rest of the declaration; answers the encoding where it is another than that of the text. */
    static Optional<Charset> read(XmlScanner scanner) {
        if (!scanner.takeSpaces() || !scanner.take("version")) {
            throw new XmlException("the XML declaration has no version");
        }
        XmlReader.attributeValue(scanner);
        boolean spaces = scanner.takeSpaces();
        String encoding = "UTF-8";
        if (spaces && scanner.take("encoding")) {
            encoding = XmlReader.attributeValue(scanner);
            spaces = scanner.takeSpaces();
        }
        if (spaces && scanner.take("standalone")) {
            checkStandalone(XmlReader.attributeValue(scanner));
            scanner.takeSpaces();
        }
        if (!scanner.take("?>")) {
            throw new XmlException("the XML declaration has no end");
        }
        return other(encoding);
    }

    private static void checkStandalone(String standalone) {
        if (!standalone.equals("yes") && !standalone.equals("no")) {
            throw new XmlException("standalone can only be yes or no");
        }
    }

    private static Optional<Charset> other(String encoding) {
        String name = encoding.toLowerCase(Locale.ROOT);
        if (name.equals("utf-8") || name.equals("utf-16")) {
            return Optional.empty();
        }
        String javaName = name.replaceFirst("^cp-", "cp").replace("shift-jis", "shift_jis");
        if (!KNOWN.matcher(name).matches() || !Charset.isSupported(javaName)) {
            throw new XmlException("the encoding " + encoding + " is not known");
        }
        Charset charset = Charset.forName(javaName);
        return charset.equals(StandardCharsets.UTF_8) ? Optional.empty() : Optional.of(charset);
    }
}
