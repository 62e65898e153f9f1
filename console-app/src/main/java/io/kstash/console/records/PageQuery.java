package io.kstash.console.records;

import io.javalin.http.Context;
import io.kstash.console.web.Parameters;
import java.util.OptionalInt;
import org.apache.kafka.common.IsolationLevel;

/**
 * Which records of a topic are asked for.
 *
 * @param partition none is all of them
 * @param forward whether the page begins at the start point; else it ends there
 */
record PageQuery(
        String topic,
        OptionalInt partition,
        StartPoint start,
        boolean forward,
        RecordFilter filter,
        IsolationLevel isolation) {
    private static final String END = "end";

    static PageQuery of(Context context) {
        String from = Parameters.query(context, "from").orElse("beginning");
        return new PageQuery(
                Parameters.path(context, "topic"),
                Parameters.partition(context),
                StartPoint.parse(from),
                !Parameters.query(context, "direction")
                        .orElse(from.equals(END) ? "back" : "forward")
                        .equals("back"),
                filter(context),
                isolation(context));
    }

    static RecordFilter filter(Context context) {
        return Parameters.query(context, "filter").map(RecordFilter::parse).orElse(RecordFilter.ALL);
    }

    /** What was committed, unless the page wants all: then aborted records look like doubled ones. */
    static IsolationLevel isolation(Context context) {
        return Parameters.query(context, "uncommitted").isPresent()
                ? IsolationLevel.READ_UNCOMMITTED
                : IsolationLevel.READ_COMMITTED;
    }
}
