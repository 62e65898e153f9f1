package io.kstash.filters.useragent;

import io.kstash.event.FieldTemplate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the filter puts what it finds.
 *
 * @param systemAlias a second field for the name of the operating system, which only the old layout has
 */
record FieldNames(
        FieldTemplate name,
        FieldTemplate version,
        VersionFields versionParts,
        FieldTemplate device,
        FieldTemplate system,
        @Nullable FieldTemplate systemAlias,
        FieldTemplate systemFull,
        FieldTemplate systemVersion,
        VersionFields systemVersionParts) {
    private static final String ECS_TARGET = "[user_agent]";
    private static final String ECS_VERSION_PARTS = "[@metadata][filter][user_agent]";
    private static final Pattern ONE_NAME = Pattern.compile("\\[[^\\[\\]]+]");

    /** The parts of a version. */
    record VersionFields(FieldTemplate major, FieldTemplate minor, FieldTemplate patch) {
        private static VersionFields of(String start, String end) {
            return new VersionFields(
                    FieldTemplate.literal(start + "major" + end),
                    FieldTemplate.literal(start + "minor" + end),
                    FieldTemplate.literal(start + "patch" + end));
        }
    }

    /** The layout of the Elastic Common Schema; it has no place but the metadata for the parts of versions. */
    static FieldNames ecs(@Nullable String target) {
        String parent = target == null ? ECS_TARGET : bracketed(target);
        return new FieldNames(
                FieldTemplate.literal(parent + "[name]"),
                FieldTemplate.literal(parent + "[version]"),
                VersionFields.of(ECS_VERSION_PARTS + "[version][", "]"),
                FieldTemplate.literal(parent + "[device][name]"),
                FieldTemplate.literal(parent + "[os][name]"),
                null,
                FieldTemplate.literal(parent + "[os][full]"),
                FieldTemplate.literal(parent + "[os][version]"),
                VersionFields.of(ECS_VERSION_PARTS + "[os][version][", "]"));
    }

    /** The layout without the schema: all beside one another, each name with the prefix. */
    static FieldNames legacy(@Nullable String target, String prefix) {
        String start = (target == null ? "" : bracketed(target)) + "[" + prefix;
        return new FieldNames(
                FieldTemplate.literal(start + "name]"),
                FieldTemplate.literal(start + "version]"),
                VersionFields.of(start, "]"),
                FieldTemplate.literal(start + "device]"),
                FieldTemplate.literal(start + "os_name]"),
                FieldTemplate.literal(start + "os]"),
                FieldTemplate.literal(start + "os_full]"),
                FieldTemplate.literal(start + "os_version]"),
                VersionFields.of(start + "os_", "]"));
    }

    private static String bracketed(String target) {
        return target.isEmpty() || ONE_NAME.matcher(target).matches() ? target : "[" + target + "]";
    }
}
