package io.kstash.consumer.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kstash.consumer.audit.Finding.Records;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report for programs: one object, as docs/audit.md describes it. */
final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportJson() {}

    static String of(AuditReport report) {
        ObjectNode object = JSON.createObjectNode()
                .put("pipeline", report.pipeline())
                .put("accounted", report.holds())
                .put("records", report.records())
                .put("lost", report.lost())
                .put("doubled", report.doubled())
                .put("outOfOrder", report.outOfOrder())
                .put("unexpected", report.unexpected())
                .put("inFlight", report.inFlight())
                .put("verdict", report.verdict());
        addRows(object.putArray("producers"), "producer", report.producers());
        addRows(object.putArray("partitions"), "partition", report.partitions());
        ArrayNode outputs = object.putArray("outputs");
        report.outputs().forEach(output -> outputs.add(output(output)));
        object.put("findingsTotal", report.findingsTotal());
        ArrayNode findings = object.putArray("findings");
        report.findings().forEach(finding -> findings.add(finding(finding)));
        report.notes().forEach(object.putArray("notes")::add);
        return object.toString();
    }

    private static ObjectNode output(OutputCounts counts) {
        return JSON.createObjectNode()
                .put("kind", counts.output().kind().name())
                .put("id", counts.output().id())
                .put("name", counts.output().name())
                .put("expected", counts.expected())
                .put("found", counts.found())
                .put("missing", counts.missing())
                .put("waiting", counts.waiting())
                .put("expired", counts.expired());
    }

    private static void addRows(ArrayNode array, String what, List<Row> rows) {
        for (Row row : rows) {
            ObjectNode object = array.addObject()
                    .put(what, row.name())
                    .put("sent", row.sent())
                    .put("redriven", row.redriven())
                    .put("transformed", row.transformed());
            row.delivered().forEach(object.putArray("delivered")::add);
            object.put("dropped", row.dropped())
                    .put("notSelected", row.notSelected())
                    .put("deadLetters", row.deadLetters())
                    .put("lost", row.lost())
                    .put("doubled", row.doubled())
                    .put("outOfOrder", row.outOfOrder())
                    .put("inFlight", row.inFlight());
            if (!row.latency().isEmpty()) {
                object.putObject("latencyMs")
                        .put("p50", row.latency().percentile(50))
                        .put("p99", row.latency().percentile(99))
                        .put("max", row.latency().max());
            }
        }
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode object =
                JSON.createObjectNode().put("kind", finding.kind().toString()).put("stage", finding.stage());
        Records records = finding.records();
        if (records != null) {
            object.put("topic", records.partition().id().topic())
                    .put("partition", records.partition().id().partition())
                    .put("firstOffset", records.first())
                    .put("lastOffset", records.last())
                    .put("index", records.index());
        }
        putKnown(object, "first", finding.first());
        putKnown(object, "last", finding.last());
        putKnown(object, "place", finding.place());
        putKnown(object, "note", finding.note());
        return object.put("text", finding.toString());
    }

    private static void putKnown(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
