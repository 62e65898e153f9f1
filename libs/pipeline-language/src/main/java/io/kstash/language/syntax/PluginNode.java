package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;
import java.util.List;

/**
 * {@code name { option => value … }}: an input, filter or output, or a codec where it is an option's value.
 *
 * @param attributes in the order of the text; the same name may occur several times
 */
public record PluginNode(Name name, List<Attribute> attributes, SourceSpan span) implements Statement, Value {

    public PluginNode {
        attributes = List.copyOf(attributes);
    }
}
