package io.kstash.testing.brokers;

import io.kstash.localkafka.BrokerSecurity;
import io.kstash.localkafka.LocalKafka;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * A Kafka that lets only the users of a profile in, over TLS, made as a stranger would make it: by {@code
 * examples/secure/create} and with the rights of {@code examples/secure/acls}. For one thread.
 */
public final class SecuredKafka implements AutoCloseable {
    private static final long PAUSE_NANOS = 20_000_000;
    private static final long LIMIT_NANOS = 10_000_000_000L;

    private final Path profile;
    private final LocalKafka kafka;
    private final Admin admin;

    private SecuredKafka(Path profile, LocalKafka kafka, Admin admin) {
        this.profile = profile;
        this.kafka = kafka;
        this.admin = admin;
    }

    /**
     * Starts it, without any rights.
     *
     * @param folder an empty one, for the profile and the records
     */
    public static SecuredKafka start(Path folder) throws IOException, InterruptedException {
        Path profile = createProfile(folder.resolve("profile"));
        LocalKafka kafka = LocalKafka.builder()
                .data(folder.resolve("kafka"))
                .secured(BrokerSecurity.read(profile))
                .start();
        Map<String, Object> settings = new HashMap<>(read(profile.resolve("admin.properties")));
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return new SecuredKafka(profile, kafka, Admin.create(settings));
    }

    /** Runs the script that makes a profile; answers its folder. */
    public static Path createProfile(Path folder) throws IOException, InterruptedException {
        Process create = new ProcessBuilder(
                        Repository.root().resolve("examples/secure/create").toString(), "--dir", folder.toString())
                .redirectErrorStream(true)
                .start();
        create.getOutputStream().close();
        String printed = new String(create.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (create.waitFor() != 0) {
            throw new IllegalStateException("examples/secure/create failed: " + printed);
        }
        return folder;
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** With the rights of nobody but Kafka's own. */
    public Admin admin() {
        return admin;
    }

    /** The client configuration of a user: {@code producer}, {@code transformer} or {@code consumer}. */
    public Path config(String user) {
        return profile.resolve(user + ".properties");
    }

    /** The settings in {@link #config}. */
    public Map<String, String> settings(String user) throws IOException {
        return read(config(user));
    }

    /** Everything that must not be printed. */
    public Collection<String> secrets() throws IOException {
        return read(profile.resolve("broker.properties")).values();
    }

    /** Gives rights, and returns when they hold. */
    public void grant(Collection<AclBinding> rights) throws InterruptedException {
        get(admin.createAcls(rights).all());
        await(rights, 1);
    }

    /** Takes rights away, and returns when they hold no more. */
    public void revoke(Collection<AclBinding> rights) throws InterruptedException {
        get(admin.deleteAcls(rights.stream().map(AclBinding::toFilter).toList()).all());
        await(rights, 0);
    }

    private void await(Collection<AclBinding> rights, int present) throws InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        for (AclBindingFilter right : rights.stream().map(AclBinding::toFilter).toList()) {
            while (get(admin.describeAcls(right).values()).size() != present) {
                if (System.nanoTime() - end > 0) {
                    throw new IllegalStateException("Kafka did not take the change of " + right);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** What {@code examples/secure/acls} gives to a user. */
    public static List<AclBinding> rightsOf(String user) throws IOException {
        return AclList.read(Repository.root().resolve("examples/secure/acls")).stream()
                .filter(right -> right.entry().principal().equals("User:" + user))
                .toList();
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    @Override
    public void close() {
        admin.close();
        kafka.close();
    }
}
