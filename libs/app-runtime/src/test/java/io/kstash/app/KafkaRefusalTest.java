package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaRefusalTest {
    private static final KafkaClientSettings ALICE = new KafkaClientSettings(
            "kafka:9093",
            Map.of(
                    "security.protocol",
                    "SASL_SSL",
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"alice\""
                            + " password=\"wonder\";"));

    @Test
    void aTopicIsNamedWithTheUserTheRightAndTheCommandThatGrantsIt() {
        TopicAuthorizationException refused = new TopicAuthorizationException(Set.of("orders"));

        AppException explained = KafkaRefusal.of(ALICE, "Write")
                .explain(new ExecutionException(refused))
                .orElseThrow();

        assertThat(explained.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(explained)
                .hasMessage("Kafka at kafka:9093: User:alice lacks the right Write on topic orders. An administrator"
                        + " grants it with: kafka-acls.sh --bootstrap-server kafka:9093 --command-config"
                        + " admin.properties --add --allow-principal 'User:alice' --operation Write --topic orders"
                        + " (docs/security.md lists what each app needs)");
    }

    @Test
    void aTopicThatKafkaDoesNotNameIsThatOfTheRequest() {
        KafkaRefusal refusals = KafkaRefusal.of(ALICE, "Create");

        assertThat(refusals.explain(new TopicAuthorizationException("Authorization failed."), "orders"))
                .hasValueSatisfying(
                        explained -> assertThat(explained).hasMessageContaining("the right Create on topic orders."));
        assertThat(refusals.explain(new ClusterAuthorizationException("Cluster authorization failed."), "orders"))
                .hasValueSatisfying(
                        explained -> assertThat(explained).hasMessageContaining("the right Create on topic orders."));
    }

    @Test
    void aGroupIsNamed() {
        assertThat(KafkaRefusal.of(ALICE, "Read").explain(GroupAuthorizationException.forGroupId("readers")))
                .hasValueSatisfying(explained -> assertThat(explained)
                        .hasMessageContaining("User:alice lacks the right Read on group readers.")
                        .hasMessageContaining("--operation Read --group readers "));
    }

    @Test
    void transactionalIdsAreNamedByTheirPrefix() {
        KafkaRefusal refusals = KafkaRefusal.ofTransactions(ALICE, topic -> "Read", "readers-");

        assertThat(refusals.explain(new KafkaException(new TransactionalIdAuthorizationException("no"))))
                .hasValueSatisfying(explained -> assertThat(explained)
                        .hasMessageContaining("the right Write on transactional ids with the prefix readers-.")
                        .hasMessageContaining("--resource-pattern-type prefixed --transactional-id readers- "));
    }

    @Test
    void refusedCredentialsNameTheUserAndNotThePassword() {
        AppException explained = KafkaRefusal.of(ALICE, "Read")
                .explain(new SaslAuthenticationException("Authentication failed: invalid credentials."))
                .orElseThrow();

        assertThat(explained.exitCode()).isEqualTo(ExitCode.KAFKA_UNAVAILABLE);
        assertThat(explained)
                .hasMessage("Kafka at kafka:9093: the credentials of User:alice are refused: Authentication failed:"
                        + " invalid credentials. Check name and password in sasl.jaas.config, and sasl.mechanism");
    }

    @Test
    void anotherFailureIsNoRefusal() {
        assertThat(KafkaRefusal.of(ALICE, "Read").explain(new TimeoutException("slow")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SASL_SSL  | x required username=\"alice\" password=\"p\";        | User:alice",
                "SASL_SSL  | x required password=\"p\" username='b ob';           | User:b ob",
                "SASL_SSL  | x required username=carol password=p;                | User:carol",
                "SASL_SSL  | OAuthBearerLoginModule required clientSecret=\"s\";  |"
                        + " User:(of the login module in sasl.jaas.config)",
                "SSL       | ``                                                   | User:ANONYMOUS",
                "PLAINTEXT | ``                                                   | User:ANONYMOUS",
            })
    void theUserIsTheOneOfTheSettings(String protocol, String jaas, String principal) {
        assertThat(KafkaPrincipal.of(Map.of("security.protocol", protocol, "sasl.jaas.config", jaas))
                        .name())
                .isEqualTo(principal);
    }

    @Test
    void aClientCertificateIsNamedByItsFile() {
        assertThat(KafkaPrincipal.of(Map.of("security.protocol", "SSL", "ssl.keystore.location", "/me.p12"))
                        .name())
                .isEqualTo("User:(subject of the certificate in /me.p12)");
    }
}
