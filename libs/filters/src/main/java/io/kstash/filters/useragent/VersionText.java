package io.kstash.filters.useragent;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts versions together again from their parts. */
final class VersionText {
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");

    private VersionText() {}

    /**
     * The version of the browser; null where it has none.
     *
     * @param userAgent where it was found: a fourth number that no rule asked for is taken from there
     */
    static @Nullable String ofBrowser(Software browser, String userAgent) {
        String version = join(browser, ".");
        boolean hasThreeNumbers = browser.minor() != null && browser.patch() != null && browser.patchMinor() == null;
        return version != null && hasThreeNumbers ? withNextNumber(version, userAgent) : version;
    }

    /** The version of the operating system, such as {@code 10.15} or {@code XP}; null where it has none. */
    static @Nullable String ofSystem(Software system) {
        return join(system, system.major() != null && isInteger(system.major()) ? "." : " ");
    }

    /** The parts up to the first that is missing. */
    private static @Nullable String join(Software software, String afterMajor) {
        if (software.major() == null || software.minor() == null) {
            return software.major();
        }
        String version = software.major() + afterMajor + software.minor();
        if (software.patch() == null) {
            return version;
        }
        return version + "." + software.patch() + (software.patchMinor() == null ? "" : "." + software.patchMinor());
    }

    private static String withNextNumber(String version, String userAgent) {
        int start = userAgent.indexOf(version);
        int point = start + version.length();
        int end = userAgent.indexOf(' ', point + 1);
        if (start < 0 || end < 0 || userAgent.charAt(point) != '.') {
            return version;
        }
        String next = userAgent.substring(point + 1, end);
        return isInteger(next) ? version + "." + next : version;
    }

    private static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }
}
