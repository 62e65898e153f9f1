package io.kstash.language.syntax;

import java.util.List;

/** A whole pipeline: its sections in the order in which they stand, file after file. */
public record PipelineSyntax(List<Section> sections) {

    public PipelineSyntax {
        sections = List.copyOf(sections);
    }

    /** All statements of the sections of one kind, in order: several sections of a kind count as one. */
    public List<Statement> statements(Section.Kind kind) {
        return sections.stream()
                .filter(section -> section.kind() == kind)
                .flatMap(section -> section.statements().stream())
                .toList();
    }
}
