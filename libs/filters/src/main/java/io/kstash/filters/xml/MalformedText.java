package io.kstash.filters.xml;

/**
 * Mends in a text what the JDK's parser cannot go on after, although the one behind Nokogiri can: a {@code <} that begins
 * nothing, and a text or CDATA section without an end.
 */
final class MalformedText {
    private final String text;
    private final StringBuilder mended = new StringBuilder();
    private int copied;
    private boolean inRoot;

    private MalformedText(String text) {
        this.text = text;
    }

    /**
     * The text as the parser can read it.
     *
     * @param end what may follow a text without an end: markup that stands for nothing
     */
    static String mended(String text, String end) {
        String mended = new MalformedText(text).withoutStrayMarkup();
        if (isOpen("<![CDATA[", "]]>", mended)) {
            return mended + "]]>";
        }
        boolean inMarkup = isOpen("<", ">", mended) || isOpen("<!--", "-->", mended) || isOpen("<?", "?>", mended);
        return inMarkup ? mended : mended + end;
    }

    private static boolean isOpen(String start, String end, String text) {
        return text.lastIndexOf(start) > text.lastIndexOf(end);
    }

    private String withoutStrayMarkup() {
        int position = text.indexOf('<');
        while (position >= 0 && position + 1 < text.length()) {
            position = text.indexOf('<', afterMarkup(position));
        }
        return copied == 0 ? text : mended.append(text, copied, text.length()).toString();
    }

    private int afterMarkup(int start) {
        if (text.startsWith("<!--", start)) {
            return after("-->", start);
        }
        if (text.startsWith("<![CDATA[", start)) {
            return after("]]>", start);
        }
        if (text.startsWith("<?", start)) {
            return after("?>", start);
        }
        int next = text.codePointAt(start + 1);
        if (isNameStart(next)) {
            inRoot = true;
        } else if (inRoot && next != '/' && next != '!') {
            mended.append(text, copied, start);
            copied = start + 1;
        }
        return start + 1;
    }

    private int after(String end, int start) {
        int found = text.indexOf(end, start);
        return found < 0 ? text.length() : found + end.length();
    }

    private static boolean isNameStart(int character) {
        return Character.isLetter(character) || character == '_' || character == ':';
    }
}
