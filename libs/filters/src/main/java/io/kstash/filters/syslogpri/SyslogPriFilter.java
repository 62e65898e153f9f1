package io.kstash.filters.syslogpri;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.Values;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.math.BigInteger;
import java.util.List;

/**
 * Splits a priority into facility and severity, and names both. It always matches; a facility without a name is tagged.
 *
 * @param useLabels whether names are set at all
 */
record SyslogPriFilter(FieldTemplate priority, FieldNames names, boolean useLabels, Labels labels) implements Filter {
    private static final String FAILURE_TAG = "_syslogpriparsefailure";
    private static final BigInteger SEVERITY_BITS = BigInteger.valueOf(7);
    private static final int SEVERITY_LENGTH = 3;

    @Override
    public Outcome filter(Event event) {
        BigInteger value = Priority.of(event.get(priority.resolve(event)));
        int severity = value.and(SEVERITY_BITS).intValue();
        BigInteger facility = value.shiftRight(SEVERITY_LENGTH);
        event.set(names.severityCode(), (long) severity);
        event.set(names.facilityCode(), toEventNumber(facility));
        if (useLabels) {
            setLabels(event, facility, severity);
        }
        return Outcome.MATCHED;
    }

    private void setLabels(Event event, BigInteger facility, int severity) {
        if (facility.compareTo(BigInteger.valueOf(labels.facilities().size())) >= 0) {
            event.tag(FAILURE_TAG);
            return;
        }
        setLabel(event, names.facilityLabel(), labels.facilities(), facility);
        setLabel(event, names.severityLabel(), labels.severities(), BigInteger.valueOf(severity));
    }

    /** As in Ruby a negative code counts from the end. */
    private static void setLabel(Event event, FieldReference field, List<Object> labels, BigInteger code) {
        BigInteger size = BigInteger.valueOf(labels.size());
        BigInteger index = code.signum() < 0 ? code.add(size) : code;
        if (index.signum() >= 0 && index.compareTo(size) < 0) {
            event.set(field, Values.copyOf(labels.get(index.intValue())));
        }
    }

    private static Object toEventNumber(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    /** The names of facilities and severities by their codes. */
    record Labels(List<Object> facilities, List<Object> severities) {}

    /** The fields that are set. */
    record FieldNames(
            FieldReference facilityCode,
            FieldReference facilityLabel,
            FieldReference severityCode,
            FieldReference severityLabel) {

        static final FieldNames ECS = of(
                "[log][syslog][facility][code]",
                "[log][syslog][facility][name]",
                "[log][syslog][severity][code]",
                "[log][syslog][severity][name]");
        static final FieldNames LEGACY =
                of("syslog_facility_code", "syslog_facility", "syslog_severity_code", "syslog_severity");

        private static FieldNames of(
                String facilityCode, String facilityLabel, String severityCode, String severityLabel) {
            return new FieldNames(
                    FieldReference.of(facilityCode),
                    FieldReference.of(facilityLabel),
                    FieldReference.of(severityCode),
                    FieldReference.of(severityLabel));
        }
    }
}
