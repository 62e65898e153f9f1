package io.kstash.console.deadletters;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.records.RecentRecords;
import io.kstash.console.records.RecordView;
import io.kstash.console.web.Api;
import io.kstash.console.web.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** {@code /api/dead-letters}: the topics with dead letters, and in each what went wrong how often. */
public final class DeadLettersApi implements Api {
    private static final String SUFFIX = "-dead-letters";
    private static final String STAGE = "kstash.dead-letter.stage";
    private static final String PLACE = "kstash.dead-letter.place";
    private static final String REASON = "kstash.dead-letter.reason";
    private static final int MOST_LOOKED_AT = 5_000;
    private static final int EXAMPLES = 20;

    private final Admin admin;
    private final RecentRecords records;

    public DeadLettersApi(KafkaAccess kafka) {
        this.admin = kafka.admin();
        this.records = new RecentRecords(kafka);
    }

    /** Where and why. */
    private record Problem(String stage, String place, String reason) {}

    /**
     * The dead letters of one problem.
     *
     * @param latest milliseconds since the epoch
     * @param examples the newest of them
     */
    private record Letters(
            String stage, String place, String reason, int count, long latest, List<RecordView> examples) {}

    /**
     * A topic with dead letters.
     *
     * @param looked how many of the newest were looked at
     */
    private record LetterTopic(String topic, int looked, boolean all, List<Letters> problems) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/dead-letters", this::answer);
    }

    private void answer(Context context) {
        Json.answer(
                context,
                KafkaAccess.await(admin.listTopics().names()).stream()
                        .filter(topic -> topic.endsWith(SUFFIX))
                        .sorted()
                        .map(this::topic)
                        .toList());
    }

    private LetterTopic topic(String topic) {
        List<RecordView> newest = records.of(topic, MOST_LOOKED_AT);
        Map<Problem, List<RecordView>> byProblem = new LinkedHashMap<>();
        for (RecordView letter : newest) {
            Problem problem = new Problem(letter.header(STAGE), letter.header(PLACE), letter.header(REASON));
            byProblem.computeIfAbsent(problem, any -> new ArrayList<>()).add(letter);
        }
        List<Letters> problems = byProblem.entrySet().stream()
                .map(entry -> letters(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Letters::count).reversed())
                .toList();
        return new LetterTopic(topic, newest.size(), newest.size() < MOST_LOOKED_AT, problems);
    }

    private static Letters letters(Problem problem, List<RecordView> letters) {
        return new Letters(
                problem.stage(),
                problem.place(),
                problem.reason(),
                letters.size(),
                letters.get(0).timestamp(),
                letters.subList(0, Math.min(EXAMPLES, letters.size())));
    }
}
