package io.kstash.localkafka;

import io.kstash.app.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Lets only known users in, over TLS, and each only to what an ACL allows: SASL_SSL with SCRAM-SHA-512, and Kafka's own
 * authorizer. It is read from a folder that {@code examples/secure/create} makes:
 *
 * <ul>
 *   <li>{@code broker.p12}: the broker's key and certificate, whose password is {@code store.password}
 *   <li>{@code ca.pem}: the CA that issued it
 *   <li>{@code broker.properties}: {@code store.password}, and {@code user.NAME=PASSWORD} for each user
 * </ul>
 */
public final class BrokerSecurity {
    /** May do everything; the brokers themselves are this user. */
    public static final String ADMIN = "admin";

    private static final String CONTROLLER = "controller";
    private static final String USER_PREFIX = "user.";

    /** What Kafka's own syntax for users and login modules takes without quoting. */
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9._-]+");

    private final Path folder;
    private final String storePassword;
    private final Map<String, String> users;

    /** The controllers of one process know one another by this; nobody else has it. */
    private final String controllerPassword = UUID.randomUUID().toString();

    private BrokerSecurity(Path folder, String storePassword, Map<String, String> users) {
        this.folder = folder;
        this.storePassword = storePassword;
        this.users = users;
    }

    /**
     * Reads the folder.
     *
     * @throws UsageException if something is missing
     */
    public static BrokerSecurity read(Path folder) {
        Path file = folder.resolve("broker.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("Cannot read " + file + ": make the folder with examples/secure/create", e);
        }
        Map<String, String> users = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(USER_PREFIX)) {
                users.put(key.substring(USER_PREFIX.length()), properties.getProperty(key));
            }
        }
        String storePassword = properties.getProperty("store.password", "");
        if (storePassword.isEmpty() || !users.containsKey(ADMIN)) {
            throw new UsageException(file + " needs store.password and " + USER_PREFIX + ADMIN);
        }
        users.forEach((name, password) -> requirePlain(file, name, password));
        return new BrokerSecurity(folder, storePassword, users);
    }

    private static void requirePlain(Path file, String name, String password) {
        if (!PLAIN_WORD.matcher(name).matches() || !PLAIN_WORD.matcher(password).matches()) {
            throw new UsageException("User " + name + " in " + file
                    + ": name and password may have letters, digits, dot, hyphen and underscore");
        }
    }

    /** The users as {@code kafka-storage format --add-scram} takes them. */
    List<String> scramArguments() {
        return users.entrySet().stream()
                .map(user -> "SCRAM-SHA-512=[name=" + user.getKey() + ",password=" + user.getValue() + "]")
                .toList();
    }

    /** Tells whether two have the same users with the same passwords, without telling these. */
    String fingerprint() {
        try {
            byte[] text = scramArguments().toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What {@code server.properties} would hold, for a node with these listeners. */
    Map<String, String> properties(String clientListener, String controllerListener) {
        String clients = "listener.name." + clientListener.toLowerCase(Locale.ROOT) + ".";
        String controllers = "listener.name." + controllerListener.toLowerCase(Locale.ROOT) + ".";
        Map<String, String> properties = new HashMap<>();
        properties.put(
                "listener.security.protocol.map",
                clientListener + ":SASL_SSL," + controllerListener + ":SASL_PLAINTEXT");
        properties.put(clients + "ssl.keystore.type", "PKCS12");
        properties.put(
                clients + "ssl.keystore.location", folder.resolve("broker.p12").toString());
        properties.put(clients + "ssl.keystore.password", storePassword);
        properties.put(clients + "ssl.truststore.type", "PEM");
        properties.put(
                clients + "ssl.truststore.location", folder.resolve("ca.pem").toString());
        properties.put(clients + "sasl.enabled.mechanisms", "SCRAM-SHA-512");
        properties.put(
                clients + "scram-sha-512.sasl.jaas.config",
                login("scram.Scram", ADMIN, String.valueOf(users.get(ADMIN))) + ";");
        properties.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
        properties.put(controllers + "sasl.enabled.mechanisms", "PLAIN");
        properties.put(
                controllers + "plain.sasl.jaas.config",
                login("plain.Plain", CONTROLLER, controllerPassword) + " user_" + CONTROLLER + "=\""
                        + controllerPassword + "\";");
        properties.put("sasl.mechanism.controller.protocol", "PLAIN");
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put("super.users", "User:" + ADMIN + ";User:" + CONTROLLER);
        return properties;
    }

    private static String login(String module, String name, String password) {
        return "org.apache.kafka.common.security." + module + "LoginModule required username=\"" + name
                + "\" password=\"" + password + "\"";
    }
}
