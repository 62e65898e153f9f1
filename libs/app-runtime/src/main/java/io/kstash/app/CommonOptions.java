package io.kstash.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command: {@link AppMain} adds them and acts on them. */
@SuppressWarnings("UnusedVariable") // AppMain reads them through picocli's model.
public final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "Properties file: kstash.OPTION sets an option, all other keys go to the Kafka clients.",
                "Environment variables do both as well: KSTASH_OPTION, and KSTASH_KAFKA_SASL_MECHANISM for sasl.mechanism."
            })
    private @Nullable Path config;

    @Option(names = "--debug", description = "Log more, and print stack traces.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;
}
