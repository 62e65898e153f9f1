package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class AppMainTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Command(name = "copier", subcommands = Copier.Twice.class)
    static class Copier implements AppCommand {
        @Mixin
        KafkaOptions kafka;

        @Option(names = "--copies", defaultValue = "1")
        int copies;

        Exception failure;

        @Override
        public int run(AppContext app) throws Exception {
            if (failure != null) {
                throw failure;
            }
            app.out().println(copies + " from " + kafka.settings(app).bootstrapServers() + " " + app.clientSettings());
            return ExitCode.OK;
        }

        @Command(name = "twice")
        static class Twice implements AppCommand {
            @Option(names = "--loudly")
            boolean loudly;

            @Override
            public int run(AppContext app) {
                app.out().println(loudly ? "TWICE" : "twice");
                return ExitCode.OK;
            }
        }
    }

    private int run(String... args) {
        return run(new Copier(), args);
    }

    private int run(Copier command, String... args) {
        return new AppMain(environment, utf8(out), utf8(err)).execute(command, args);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String config(String... lines) throws IOException {
        return Files.writeString(folder.resolve("kstash.properties"), String.join("\n", lines))
                .toString();
    }

    @Nested
    class SettingsOrder {
        @Test
        void defaultsHoldWhenNothingIsGiven() {
            assertThat(run()).isEqualTo(ExitCode.OK);

            assertThat(out()).isEqualToIgnoringNewLines("1 from localhost:9092 {}");
        }

        @Test
        void fileSetsOptionsAndClientSettings() throws IOException {
            String file = config("kstash.copies=2", "kstash.bootstrap-server=a:1", "security.protocol=SSL");

            assertThat(run("--config", file)).isEqualTo(ExitCode.OK);

            assertThat(out()).isEqualToIgnoringNewLines("2 from a:1 {security.protocol=SSL}");
        }

        @Test
        void environmentWinsOverFile() throws IOException {
            environment.put("KSTASH_BOOTSTRAP_SERVER", "b:2");
            environment.put("KSTASH_CONFIG", config("kstash.copies=2", "kstash.bootstrap-server=a:1"));

            assertThat(run()).isEqualTo(ExitCode.OK);

            assertThat(out()).isEqualToIgnoringNewLines("2 from b:2 {}");
        }

        @Test
        void flagWinsOverEnvironmentAndFile() throws IOException {
            environment.put("KSTASH_BOOTSTRAP_SERVER", "b:2");
            String file = config("kstash.copies=2");

            assertThat(run("--config=" + file, "--copies", "3", "--bootstrap-server", "c:3"))
                    .isEqualTo(ExitCode.OK);

            assertThat(out()).isEqualToIgnoringNewLines("3 from c:3 {}");
        }

        @Test
        void subcommandsTakeSettingsToo() {
            environment.put("KSTASH_LOUDLY", "true");

            assertThat(run("twice")).isEqualTo(ExitCode.OK);

            assertThat(out()).isEqualToIgnoringNewLines("TWICE");
        }
    }

    @Nested
    class WrongUsage {
        @Test
        void unknownOptionIsNamedWithASuggestion() {
            assertThat(run("--copys", "2")).isEqualTo(ExitCode.USAGE);

            assertThat(err())
                    .contains("copier: Unknown options: '--copys', '2'")
                    .contains("--copies");
            assertThat(out()).isEmpty();
        }

        @Test
        void wrongValueFromTheEnvironmentNamesTheVariable() {
            environment.put("KSTASH_COPIES", "many");

            assertThat(run()).isEqualTo(ExitCode.USAGE);

            assertThat(err())
                    .contains("copier: Invalid value for option '--copies'")
                    .contains("'many'")
                    .contains("(from KSTASH_COPIES)");
        }

        @Test
        void unknownKeyInTheFileIsRefusedWithASuggestion() throws IOException {
            String file = config("kstash.bootstrap-servers=a:1");

            assertThat(run("--config", file)).isEqualTo(ExitCode.USAGE);

            assertThat(err())
                    .isEqualToIgnoringNewLines("copier: Unknown key kstash.bootstrap-servers in " + file
                            + ": did you mean kstash.bootstrap-server?");
        }

        @Test
        void unknownKeyUnlikeAnyOptionIsRefused() throws IOException {
            String file = config("kstash.elephant=1");

            assertThat(run("--config", file)).isEqualTo(ExitCode.USAGE);

            assertThat(err())
                    .isEqualToIgnoringNewLines(
                            "copier: Unknown key kstash.elephant in " + file + ": this app has no option --elephant");
        }

        @Test
        void missingFileIsNamed() {
            assertThat(run("--config", "/no/such.properties")).isEqualTo(ExitCode.USAGE);

            assertThat(err())
                    .isEqualToIgnoringNewLines("copier: No such file: /no/such.properties (given with --config)");
        }
    }

    @Nested
    class Failures {
        private final Copier command = new Copier();

        @Test
        void knownFailureEndsWithItsOwnCodeAndMessage() {
            command.failure = new UsageException("the cake is wrong: bake another");

            assertThat(run(command)).isEqualTo(ExitCode.USAGE);

            assertThat(err()).isEqualToIgnoringNewLines("copier: the cake is wrong: bake another");
        }

        @Test
        void otherFailureEndsWithOneLine() {
            command.failure = new IOException("disk on fire");

            assertThat(run(command)).isEqualTo(ExitCode.FAILED);

            assertThat(err())
                    .isEqualToIgnoringNewLines(
                            "copier: failed: java.io.IOException: disk on fire (--debug shows where)");
        }

        @Test
        void debugPrintsTheStackTrace() {
            command.failure = new IOException("disk on fire");

            assertThat(run(command, "--debug")).isEqualTo(ExitCode.FAILED);

            assertThat(err()).contains("copier: failed:").contains("at io.kstash.app.AppMainTest");
        }

        @Test
        void aStopIsNoFailure() {
            command.failure = new StoppedException();

            assertThat(run(command)).isEqualTo(ExitCode.OK);

            assertThat(err()).isEmpty();
        }
    }

    @Test
    void helpGoesToStandardOutput() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);

        assertThat(out()).contains("--bootstrap-server").contains("--config");
        assertThat(err()).isEmpty();
    }
}
