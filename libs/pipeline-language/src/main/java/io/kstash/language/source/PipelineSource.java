package io.kstash.language.source;

import java.util.Comparator;
import java.util.List;

/**
 * The files that make up one pipeline, in the order of their names. As in Logstash their sections add up as if the
 * files were one text, but every section ends in the file in which it began.
 */
public record PipelineSource(List<SourceFile> files) {

    public PipelineSource {
        files = files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
    }

    /** A pipeline of one file. */
    public static PipelineSource of(String name, String text) {
        return new PipelineSource(List.of(new SourceFile(name, text)));
    }
}
