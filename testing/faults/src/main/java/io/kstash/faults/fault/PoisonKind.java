package io.kstash.faults.fault;

/** Records that break what is not made for them; what becomes of each is said in the campaign's pipeline. */
public enum PoisonKind {
    NOT_JSON("not JSON", "{\"value\": 77, this is not JSON"),
    SLOW_PATTERN("a pattern that searches without end", "{\"text\":\"" + "a".repeat(5000) + "!\"}"),
    /** Its result is larger than the output topic takes. */
    TOO_LARGE("a result that is too large", "{\"pad\":\"" + "x".repeat(700_000) + "\"}");

    private final String description;
    private final String line;

    PoisonKind(String description, String line) {
        this.description = description;
        this.line = line;
    }

    String description() {
        return description;
    }

    String line() {
        return line;
    }
}
