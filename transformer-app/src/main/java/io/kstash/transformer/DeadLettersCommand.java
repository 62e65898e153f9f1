package io.kstash.transformer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.transformer.deadletters.Coordinates;
import io.kstash.transformer.deadletters.DeadLetters;
import io.kstash.transformer.deadletters.RedriveResult;
import io.kstash.transformer.deadletters.Selection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dead-letters}: looks at a pipeline's dead letters, and sends them back. */
@Command(
        name = "dead-letters",
        description = "Look at the dead letters of a pipeline, or send them back.",
        subcommands = {
            DeadLettersCommand.ListCommand.class,
            DeadLettersCommand.ShowCommand.class,
            DeadLettersCommand.RedriveCommand.class
        })
final class DeadLettersCommand {
    /** {@code dead-letters list}. */
    @Command(
            name = "list",
            description = "Count the dead letters by stage, place and reason, and tell how many would pass the present"
                    + " pipeline. An event that would only be tagged, because it cannot be decoded or takes too long, does"
                    + " not pass.")
    static final class ListCommand implements AppCommand {
        @Mixin
        private DeadLettersOptions options = new DeadLettersOptions();

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public int run(AppContext app) throws InterruptedException {
            try (DeadLetters letters = options.open(app)) {
                if (json) {
                    app.out().println(letters.summary().json());
                } else {
                    letters.summary().table().forEach(app.out()::println);
                }
            }
            return ExitCode.OK;
        }
    }

    /** {@code dead-letters show}. */
    @Command(
            name = "show",
            description =
                    "Print a dead letter with key, value, headers and reason, and what the present pipeline would make"
                            + " of it.")
    static final class ShowCommand implements AppCommand {
        @Mixin
        private DeadLettersOptions options = new DeadLettersOptions();

        @Parameters(
                paramLabel = "COORDINATES",
                description =
                        "PARTITION/OFFSET of the dead letter, or TOPIC/PARTITION/OFFSET of the record of which it was"
                                + " made.")
        private String coordinates = "";

        @Override
        public int run(AppContext app) throws InterruptedException {
            Coordinates wanted = Coordinates.parse(coordinates);
            try (DeadLetters letters = options.open(app)) {
                app.out().print(letters.page(wanted));
            }
            return ExitCode.OK;
        }
    }

    /** {@code dead-letters redrive}. */
    @Command(
            name = "redrive",
            description =
                    "Send the dead letters that would pass the present pipeline back to the topics and partitions from"
                            + " which they come: each once, in order, as they were, with the header kstash.redriven-from. Ended in"
                            + " the middle, a further redrive goes on where it was. Let the transformer run the mended pipeline"
                            + " before: what is sent back to an old one fails again.")
    static final class RedriveCommand implements AppCommand {
        @Mixin
        private DeadLettersOptions options = new DeadLettersOptions();

        @Option(names = "--all", description = "Send those as well that would not pass.")
        private boolean all;

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                description = "Send only those whose reason contains this text.")
        private @Nullable String reason;

        @Override
        public int run(AppContext app) throws InterruptedException {
            try (DeadLetters letters = options.open(app)) {
                RedriveResult result = letters.redrive(new Selection(all, Optional.ofNullable(reason)));
                result.lines().forEach(app.out()::println);
                return result.isComplete() ? ExitCode.OK : ExitCode.FAILED;
            }
        }
    }
}
