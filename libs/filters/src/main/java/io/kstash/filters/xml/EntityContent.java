package io.kstash.filters.xml;

import java.util.Set;

/**
 * What the parser reports of an entity's content, which is no part of the document: as in Nokogiri, a reference has no
 * content, and so no document grows. The parser reports a text only after the entity has ended, with the text that
 * follows it.
 */
final class EntityContent {
    private static final Set<String> PREDEFINED = Set.of("amp", "lt", "gt", "quot", "apos");

    private final boolean leftOut;
    private final Entities declared = new Entities();
    private String pending = "";
    private int depth;

    /** @param leftOut false where the content takes the place of the reference */
    EntityContent(boolean leftOut) {
        this.leftOut = leftOut;
    }

    void declare(String name, String value) {
        if (!name.startsWith("%")) {
            declared.declare(name, value);
        }
    }

    /** True where the entity is one that the document shows as a reference. */
    boolean start(String name) {
        if (!leftOut || PREDEFINED.contains(name)) {
            return false;
        }
        depth++;
        return depth == 1;
    }

    void end(String name) {
        if (leftOut && !PREDEFINED.contains(name)) {
            depth--;
            pending = depth == 0 ? declared.expand("&" + name + ";") : "";
        }
    }

    /** True while elements and the like are those of an entity. */
    boolean includesMarkup() {
        pending = "";
        return depth > 0;
    }

    /** The text without what an entity brought. */
    String without(String reported) {
        if (depth > 0) {
            return "";
        }
        if (pending.startsWith(reported)) {
            pending = pending.substring(reported.length());
            return "";
        }
        String rest = reported.startsWith(pending) ? reported.substring(pending.length()) : reported;
        pending = "";
        return rest;
    }
}
