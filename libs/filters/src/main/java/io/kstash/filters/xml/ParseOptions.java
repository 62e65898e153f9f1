package io.kstash.filters.xml;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a document is read that XPaths are asked of.
 *
 * @param recovers whether what can be read of a malformed document is taken
 * @param keepsBlanks whether texts of white space only are kept
 * @param keepsReferences whether a reference to an entity is a node, and no text
 */
record ParseOptions(boolean recovers, boolean keepsBlanks, boolean keepsReferences) {
    static final ParseOptions DEFAULT = new ParseOptions(true, true, true);

    /** The names that Nokogiri knows. */
    private enum Name {
        STRICT,
        RECOVER,
        NOENT,
        DTDLOAD,
        DTDATTR,
        DTDVALID,
        NOERROR,
        NOWARNING,
        PEDANTIC,
        NOBLANKS,
        SAX1,
        XINCLUDE,
        NONET,
        NODICT,
        NSCLEAN,
        NOCDATA,
        NOXINCNODE,
        COMPACT,
        OLD10,
        NOBASEFIX,
        HUGE
    }

    /** They would read files that the document names. */
    private static final Set<Name> REFUSED = EnumSet.of(Name.DTDLOAD, Name.DTDATTR, Name.DTDVALID, Name.XINCLUDE);

    /**
     * Reads names with commas or bars between them, in any case and with underscores anywhere.
     *
     * @param problems takes what is wrong with a name, for people to read
     */
    static ParseOptions of(String names, Consumer<String> problems) {
        Set<Name> options = EnumSet.noneOf(Name.class);
        for (String written : List.of(names.split("[,|]"))) {
            String name = written.strip().replace("_", "").toUpperCase(Locale.ROOT);
            if (!name.isEmpty()) {
                add(name, written, options, problems);
            }
        }
        return new ParseOptions(
                options.contains(Name.RECOVER), !options.contains(Name.NOBLANKS), !options.contains(Name.NOENT));
    }

    private static void add(String name, String written, Set<Name> options, Consumer<String> problems) {
        for (Name known : Name.values()) {
            if (known.name().equals(name)) {
                options.add(known);
            }
        }
        if (options.stream().noneMatch(option -> option.name().equals(name))) {
            problems.accept("must name parse options such as strict, recover or noblanks, and not \"" + written + "\"");
        } else if (REFUSED.stream().anyMatch(refused -> refused.name().equals(name))) {
            problems.accept("must not name \"" + written + "\": kstash never reads a file that a document names");
        }
    }
}
