package io.kstash.console.records;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Chooses records. Terms stand side by side, and all have to hold: {@code text} is somewhere in key, value or a header, in
 * capitals or not; {@code field=value} is a field of a JSON value, {@code a.b=value} one in an object; quotes keep spaces
 * together. Thread-safe.
 */
final class RecordFilter {
    /** Lets all through. */
    static final RecordFilter ALL = new RecordFilter(List.of());

    private static final Pattern TERM =
            Pattern.compile("(?:(?<field>[\\p{L}_@][\\p{L}\\p{N}_@.-]*)=)?(?:\"(?<quoted>[^\"]*)\"|(?<word>\\S+))");

    private final List<Term> terms;

    private RecordFilter(List<Term> terms) {
        this.terms = terms;
    }

    static RecordFilter parse(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        while (matcher.find()) {
            terms.add(term(matcher));
        }
        return new RecordFilter(List.copyOf(terms));
    }

    private static Term term(Matcher matcher) {
        String quoted = matcher.group("quoted");
        String wanted = quoted != null ? quoted : matcher.group("word");
        String field = matcher.group("field");
        return field == null ? new TextTerm(wanted) : new FieldTerm(field, wanted);
    }

    boolean isAll() {
        return terms.isEmpty();
    }

    boolean test(ConsumerRecord<byte[], byte[]> message) {
        return terms.stream().allMatch(term -> term.holdsFor(message));
    }

    /** One of the conditions. */
    interface Term {
        boolean holdsFor(ConsumerRecord<byte[], byte[]> message);
    }
}
