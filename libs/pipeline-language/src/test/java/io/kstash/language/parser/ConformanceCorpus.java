package io.kstash.language.parser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Pipelines of which a running Logstash said whether it can read them. */
final class ConformanceCorpus {

    private ConformanceCorpus() {}

    /** @param refused whether Logstash refuses the text for its syntax (not for what its plugins say) */
    record Case(String name, String pipeline, boolean refused) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        ObjectMapper mapper = new ObjectMapper();
        CollectionType type = mapper.getTypeFactory().constructCollectionType(List.class, Case.class);
        try (InputStream in = ConformanceCorpus.class.getResourceAsStream("/conformance/language-syntax.json")) {
            return mapper.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
