package io.kstash.app;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.jspecify.annotations.Nullable;

/** Explains in one message that Kafka refused a client: who, what, and what allows it. Immutable. */
public final class KafkaRefusal {
    private final KafkaClientSettings client;
    private final UnaryOperator<String> topicOperation;
    private final String transactionalIdPrefix;

    private KafkaRefusal(
            KafkaClientSettings client, UnaryOperator<String> topicOperation, String transactionalIdPrefix) {
        this.client = client;
        this.topicOperation = topicOperation;
        this.transactionalIdPrefix = transactionalIdPrefix;
    }

    /** For a client that needs the same operation, such as {@code Read}, on every topic. */
    public static KafkaRefusal of(KafkaClientSettings client, String topicOperation) {
        return new KafkaRefusal(client, topic -> topicOperation, "");
    }

    /**
     * For a client with transactions.
     *
     * @param topicOperation what it does to a topic: {@code Read} or {@code Write}
     * @param transactionalIdPrefix with which its transactional ids begin
     */
    public static KafkaRefusal ofTransactions(
            KafkaClientSettings client, UnaryOperator<String> topicOperation, String transactionalIdPrefix) {
        return new KafkaRefusal(client, topicOperation, transactionalIdPrefix);
    }

    /**
     * The exception for the user, if a refusal is among the causes of a failure: exit code 3 for credentials, 1 for a right
     * that is missing.
     */
    public Optional<AppException> explain(Throwable failure) {
        return explain(failure, null);
    }

    /** The same for a request about one topic: Kafka's answer does not always name it. */
    public Optional<AppException> explain(Throwable failure, @Nullable String topic) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationException credentials) {
                return Optional.of(notAuthenticated(credentials));
            }
            if (cause instanceof AuthorizationException right) {
                return Optional.of(notAuthorized(right, topic));
            }
        }
        return Optional.empty();
    }

    private FailedException notAuthorized(AuthorizationException refused, @Nullable String topic) {
        if (refused instanceof GroupAuthorizationException group && group.groupId() != null) {
            return lacks("Read", "group", group.groupId(), "--group", refused);
        }
        if (refused instanceof TransactionalIdAuthorizationException) {
            return lacks(
                    "Write",
                    "transactional ids with the prefix",
                    transactionalIdPrefix,
                    "--resource-pattern-type prefixed --transactional-id",
                    refused);
        }
        Set<String> topics = new TreeSet<>(topic == null ? Set.of() : Set.of(topic));
        if (refused instanceof TopicAuthorizationException unnamed) {
            topics.addAll(unnamed.unauthorizedTopics());
        }
        if (topics.isEmpty()) {
            return new FailedException(
                    place() + principal() + " lacks a right: " + refused.getMessage()
                            + " See docs/security.md for the rights of each app",
                    refused);
        }
        String first = topics.iterator().next();
        String names = topics.stream().collect(Collectors.joining(", "));
        return lacks(topicOperation.apply(first), "topic", names, "--topic", refused);
    }

    private FailedException lacks(String operation, String kind, String name, String flag, Throwable cause) {
        return new FailedException(
                place() + principal() + " lacks the right " + operation + " on " + kind + " " + name
                        + ". An administrator grants it with: kafka-acls.sh --bootstrap-server "
                        + client.bootstrapServers()
                        + " --command-config admin.properties --add --allow-principal '" + principal()
                        + "' --operation " + operation + " " + flag + " "
                        + name.replace(", ", " " + flag + " ") + " (docs/security.md lists what each app needs)",
                cause);
    }

    private KafkaUnavailableException notAuthenticated(AuthenticationException refused) {
        String message = refused instanceof SslAuthenticationException
                ? place() + new TlsFailure(refused, client).explain()
                : place() + "the credentials of " + principal() + " are refused: "
                        + withoutFullStop(refused.getMessage())
                        + ". Check name and password in sasl.jaas.config, and sasl.mechanism";
        return new KafkaUnavailableException(message, refused);
    }

    private String principal() {
        return KafkaPrincipal.of(client.overrides()).name();
    }

    private String place() {
        return "Kafka at " + client.bootstrapServers() + ": ";
    }

    private static String withoutFullStop(@Nullable String message) {
        return String.valueOf(message).replaceAll("[.\\s]+$", "");
    }
}
