package io.kstash.transformer;

import picocli.CommandLine.Command;

/** {@code transformer}: what can be done with a pipeline. */
@Command(
        name = "transformer",
        description = "Runs Logstash pipeline files on Kafka Streams.",
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            FilterCommand.class,
            ExplainCommand.class,
            TestCommand.class,
            DeadLettersCommand.class,
            PluginsCommand.class
        })
final class TransformerCommand {}
