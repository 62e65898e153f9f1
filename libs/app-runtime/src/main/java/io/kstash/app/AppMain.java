package io.kstash.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The one way in which an app starts and ends: parse, wire, run, exit code. Options come from the command line, then from
 * environment variables ({@code KSTASH_BOOTSTRAP_SERVER}), then from the {@code --config} file. Settings of the Kafka clients
 * come from environment variables too ({@code KSTASH_KAFKA_SECURITY_PROTOCOL}), then from the file.
 *
 * <p>A command is a picocli command that is an {@link AppCommand}; so are its subcommands. All of them have
 * {@link CommonOptions}.
 */
public final class AppMain {
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** An app in this process with its own surroundings, for tests. */
    public AppMain(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Runs an app with the process's surroundings; what {@code main} hands to {@link System#exit}. */
    public static int run(Object command, String... args) {
        ParentWatch.startIfAsked();
        return new AppMain(System.getenv(), utf8(System.out), utf8(System.err)).execute(command, args);
    }

    /** Parses, runs and answers with the exit code; prints failures on standard error and throws nothing. */
    public int execute(Object command, String... args) {
        CommandLine commandLine = new CommandLine(command);
        addCommonOptions(commandLine.getCommandSpec());
        try {
            Settings settings = Settings.read(environment, configFile(args));
            settings.refuseUnknown(optionNames(commandLine.getCommandSpec()));
            settings.refuseImpossibleClientSettings();
            prepare(commandLine, settings);
            return commandLine.execute(args);
        } catch (UsageException e) {
            return report(commandLine, e, false);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private void prepare(CommandLine commandLine, Settings settings) {
        commandLine.setDefaultValueProvider(new SettingsDefaults(settings));
        commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.getCommandSpec().versionProvider(new VersionFromManifest());
        commandLine.setParameterExceptionHandler((failure, args) -> reportUsage(failure, List.of(args), settings));
        commandLine.setExecutionStrategy(parsed -> runParsed(parsed, settings));
    }

    /** The same at every command; one that declares them as a mixin itself keeps its own. */
    private static void addCommonOptions(CommandSpec spec) {
        if (spec.findOption("--config") == null) {
            spec.addMixin("common", CommandSpec.forAnnotatedObject(new CommonOptions()));
        }
        spec.subcommands().values().forEach(sub -> addCommonOptions(sub.getCommandSpec()));
    }

    private int runParsed(ParseResult parsed, Settings settings) {
        Integer helpShown = CommandLine.executeHelpRequest(parsed);
        if (helpShown != null) {
            return helpShown;
        }
        ParseResult deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        CommandLine commandLine = deepest.commandSpec().commandLine();
        if (!(commandLine.getCommand() instanceof AppCommand command)) {
            throw new ParameterException(commandLine, "Missing command");
        }
        boolean debug = isDebug(deepest.commandSpec());
        if (debug) {
            Logging.debug();
        }
        return runCommand(commandLine, command, settings, debug);
    }

    private int runCommand(CommandLine commandLine, AppCommand command, Settings settings, boolean debug) {
        settings.unknownClientSettings().forEach(message -> err.println("Warning: " + message));
        AppContext app = new AppContext(out, err, new StopSignal(), settings.clientSettings());
        ShutdownHook hook = ShutdownHook.register(app);
        int exitCode = ExitCode.FAILED;
        try {
            exitCode = command.run(app);
        } catch (ParameterException e) {
            throw e;
        } catch (Exception | LinkageError e) {
            exitCode = report(commandLine, e, debug);
        } finally {
            out.flush();
            hook.appEnded(exitCode);
        }
        return exitCode;
    }

    private int report(CommandLine commandLine, Throwable failure, boolean debug) {
        String name = commandLine.getCommandSpec().root().name();
        if (failure instanceof AppException known) {
            if (known.exitCode() != ExitCode.OK) {
                err.println(name + ": " + known.getMessage());
            }
        } else {
            err.println(name + ": failed: " + failure + (debug ? "" : " (--debug shows where)"));
        }
        if (debug) {
            failure.printStackTrace(err);
        }
        return failure instanceof AppException known ? known.exitCode() : ExitCode.FAILED;
    }

    private int reportUsage(ParameterException failure, List<String> args, Settings settings) {
        CommandLine commandLine = failure.getCommandLine();
        CommandSpec spec = commandLine.getCommandSpec();
        err.println(spec.root().name() + ": " + failure.getMessage() + origin(failure, args, settings));
        UnmatchedArgumentException.printSuggestions(failure, commandLine.getErr());
        err.println("See '" + spec.qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** A wrong value may come from a place that is not on the screen. */
    private static String origin(ParameterException failure, List<String> args, Settings settings) {
        if (failure.getArgSpec() instanceof OptionSpec option
                && settings.value(SettingsDefaults.name(option)) != null
                && args.stream().noneMatch(arg -> arg.startsWith(option.longestName()))) {
            return " (from " + settings.origin(SettingsDefaults.name(option)) + ")";
        }
        return "";
    }

    /** The file is needed before picocli parses, because it holds defaults. */
    private @Nullable Path configFile(String[] args) {
        String path = environment.get("KSTASH_CONFIG");
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--config=")) {
                path = args[i].substring("--config=".length());
            } else if (args[i].equals("--config") && i + 1 < args.length) {
                path = args[i + 1];
            }
        }
        return path == null ? null : Path.of(path);
    }

    private static Set<String> optionNames(CommandSpec spec) {
        Set<String> names = new TreeSet<>();
        spec.options().forEach(option -> names.add(SettingsDefaults.name(option)));
        spec.subcommands().values().forEach(sub -> names.addAll(optionNames(sub.getCommandSpec())));
        return names;
    }

    private static boolean isDebug(CommandSpec spec) {
        OptionSpec option = spec.findOption("--debug");
        return option != null && Boolean.TRUE.equals(option.getValue());
    }

    /** Java 17 prints in the locale's encoding, which would turn a value's letters into question marks. */
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
