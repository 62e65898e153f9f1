package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;
import java.util.List;

/** {@code name(value, …)}. Logstash reads it, but knows no methods and looks only at the arguments. */
public record MethodCall(Name name, List<Operand> arguments, SourceSpan span) implements Operand {

    public MethodCall {
        arguments = List.copyOf(arguments);
    }
}
