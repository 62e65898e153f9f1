package io.kstash.filters.xml;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of XML that a document declares. Logstash fails on unknown ones, whatever it is asked. */
final class XmlVersion {
    private static final Pattern DECLARATION =
            Pattern.compile("\ufeff?<\\?xml\\s+version\\s*=\\s*(?:\"([^\"]*+)\"|'([^']*+)')");
    private static final Set<String> KNOWN = Set.of("1.0", "1.1");

    private XmlVersion() {}

    static void check(String text) {
        Matcher declaration = DECLARATION.matcher(text);
        if (declaration.lookingAt()) {
            String version = declaration.group(1) == null ? declaration.group(2) : declaration.group(1);
            if (!KNOWN.contains(version)) {
                throw new XmlException("the version " + version + " is not known");
            }
        }
    }
}
