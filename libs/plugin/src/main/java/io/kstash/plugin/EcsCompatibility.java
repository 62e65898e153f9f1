package io.kstash.plugin;

/**
 * The option by which a plugin says whether its field names follow the Elastic Common Schema. As in Logstash 8 and later,
 * version 8 of it is the default.
 */
public final class EcsCompatibility {
    private static final String DISABLED = "disabled";

    public static final Option<String> OPTION = Option.withDefault(
            "ecs_compatibility",
            OptionType.oneOf(DISABLED, "v1", "v8"),
            "v8",
            "Whether field names follow the Elastic Common Schema.");

    private EcsCompatibility() {}

    /** True unless the plugin says {@code ecs_compatibility => disabled}. */
    public static boolean isEnabled(Options options) {
        return !options.get(OPTION).equals(DISABLED);
    }
}
