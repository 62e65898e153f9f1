package io.kstash.language.parser;

import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.PipelineSource;
import io.kstash.language.source.SourceFile;
import io.kstash.language.syntax.PipelineSyntax;
import io.kstash.language.syntax.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Logstash's pipeline language. All problems of all files are found at once; the parser goes on behind a mistake
 * and tries to report each one once. Safe for use by several threads.
 */
public final class PipelineParser {

    private PipelineParser() {}

    /** Never throws, whatever the text: a pipeline that is wrong has a result with errors. */
    public static ParseResult parse(PipelineSource source) {
        List<Section> sections = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (SourceFile file : source.files()) {
            ParseContext context = new ParseContext(file);
            sections.addAll(new SectionParser(context).sections());
            diagnostics.addAll(context.diagnostics());
        }
        return new ParseResult(new PipelineSyntax(sections), diagnostics);
    }
}
