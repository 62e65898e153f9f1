package io.kstash.transformer;

import picocli.CommandLine.Command;

/** {@code transformer}: what can be done with a pipeline. */
@Command(
        name = "transformer",
        description = "Runs Logstash pipeline files on Kafka Streams.",
        mixinStandardHelpOptions = true,
        subcommands = {CheckCommand.class})
final class TransformerCommand {}
