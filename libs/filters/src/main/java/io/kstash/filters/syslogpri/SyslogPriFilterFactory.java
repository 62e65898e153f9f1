package io.kstash.filters.syslogpri;

import io.kstash.event.FieldTemplate;
import io.kstash.filters.syslogpri.SyslogPriFilter.FieldNames;
import io.kstash.filters.syslogpri.SyslogPriFilter.Labels;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.List;

/**
 * {@code syslog_pri}: a syslog priority becomes facility and severity.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-syslog_pri">Logstash's
 *     syslog_pri filter</a>
 */
public final class SyslogPriFilterFactory implements PluginFactory<Filter> {
    private static final String ECS_FIELD = "[log][syslog][priority]";
    private static final String LEGACY_FIELD = "syslog_pri";

    private static final Option<String> FIELD_NAME = Option.optional(
            "syslog_pri_field_name",
            OptionType.STRING,
            "The field that holds the priority; else " + ECS_FIELD + ", or without ECS " + LEGACY_FIELD + ".");
    private static final Option<Boolean> USE_LABELS = Option.withDefault(
            "use_labels", OptionType.BOOLEAN, "true", "Whether facility and severity get names beside their codes.");
    private static final Option<List<Object>> FACILITY_LABELS = Option.withDefault(
            "facility_labels",
            OptionType.LIST,
            List.of(
                    "kernel",
                    "user-level",
                    "mail",
                    "daemon",
                    "security/authorization",
                    "syslogd",
                    "line printer",
                    "network news",
                    "uucp",
                    "clock",
                    "security/authorization",
                    "ftp",
                    "ntp",
                    "log audit",
                    "log alert",
                    "clock",
                    "local0",
                    "local1",
                    "local2",
                    "local3",
                    "local4",
                    "local5",
                    "local6",
                    "local7"),
            "The names of facilities, by code.");
    private static final Option<List<Object>> SEVERITY_LABELS = Option.withDefault(
            "severity_labels",
            OptionType.LIST,
            List.of("emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug"),
            "The names of severities, by code.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "syslog_pri",
                    "Splits a syslog priority into facility and severity.",
                    FIELD_NAME,
                    USE_LABELS,
                    FACILITY_LABELS,
                    SEVERITY_LABELS,
                    EcsCompatibility.OPTION)
            .withExample("syslog_pri { syslog_pri_field_name => \"[log][syslog][priority]\" }");

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        boolean ecs = EcsCompatibility.isEnabled(options);
        String field = options.find(FIELD_NAME).orElse(ecs ? ECS_FIELD : LEGACY_FIELD);
        return new SyslogPriFilter(
                FieldTemplate.literal(field),
                ecs ? FieldNames.ECS : FieldNames.LEGACY,
                options.get(USE_LABELS),
                new Labels(options.get(FACILITY_LABELS), options.get(SEVERITY_LABELS)));
    }
}
