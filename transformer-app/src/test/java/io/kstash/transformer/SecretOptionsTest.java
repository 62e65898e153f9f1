package io.kstash.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import io.kstash.app.KafkaSettingNames;
import io.kstash.app.UsageException;
import io.kstash.transformer.client.ClientOptions;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.load.PipelineLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Security options of kafka plugins: where they hold, and that their secrets stay in the pipeline file. */
class SecretOptionsTest {
    private static final String SECRET = "opensesame";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl_truststore_password => { 'a' => 'opensesame' }",
                "sasl_jaas_config => ['opensesame', 'opensesame']",
                "ssl_keystore_password => json { }",
                "sasl_jaas_config => 'x password=\"opensesame\";' bogus => 1",
                "sasl_jaas_config => \"x password=\"opensesame\";\"",
                "sasl_jaas_config => \"opensesame",
                "ssl_key_pasword => 'opensesame' ssl_key_password => '${NO_SUCH_VARIABLE}'",
            })
    void noProblemShowsASecret(String option) throws IOException {
        Path pipeline = Files.writeString(folder.resolve("p.conf"), "input { kafka { " + option + " } }");

        int checked = run("check", "-f", pipeline.toString());
        int ran = run("run", "-f", pipeline.toString());

        assertThat(List.of(checked, ran)).containsOnly(ExitCode.USAGE);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(pipeline + ":1:")
                .doesNotContain(SECRET);
    }

    @Test
    void aPlanDoesNotTellSecrets() throws IOException {
        Path pipeline = Files.writeString(
                folder.resolve("p.conf"),
                "input { kafka { sasl_jaas_config => 'opensesame' } }"
                        + " output { kafka { topic_id => 't' sasl_jaas_config => 'opensesame' } }");

        LoadedPipeline loaded = new PipelineLoader(Map.of(), false).load(pipeline);

        assertThat(loaded.toString()
                        + loaded.pipeline().inputs()
                        + loaded.pipeline().outputs())
                .contains("KafkaInput")
                .contains("KafkaOutput")
                .doesNotContain(SECRET);
    }

    @Test
    void securityHoldsForAllClientsOfACluster() {
        assertThat(ClientOptions.security(List.of(
                        Map.of("security.protocol", "SSL", "max.poll.records", "7"),
                        Map.of("security.protocol", "SSL", "sasl.mechanism", "PLAIN"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of("security.protocol", "SSL", "sasl.mechanism", "PLAIN"));
    }

    @Test
    void pluginsOfOneClusterCannotBeSeveralUsers() {
        List<Map<String, String>> two =
                List.of(Map.of("sasl.jaas.config", SECRET), Map.of("sasl.jaas.config", SECRET + "2"));

        assertThatThrownBy(() -> ClientOptions.security(two))
                .isInstanceOf(UsageException.class)
                .hasMessage("The kafka plugins of this pipeline differ in sasl_jaas_config: all of them connect as one"
                        + " user; give them the same, or put it into the --config file");
    }

    @Test
    void everySettingOfKafkaStreamsIsKnown() {
        assertThat(StreamsConfig.configDef().names()).allMatch(KafkaSettingNames::isKnown);
    }

    private int run(String... args) {
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new AppMain(Map.of(), stream, stream).execute(new TransformerCommand(), args);
    }
}
