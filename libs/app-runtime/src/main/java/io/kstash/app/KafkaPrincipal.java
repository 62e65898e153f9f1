package io.kstash.app;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who Kafka takes a client for, as far as the client's settings tell.
 *
 * @param name as ACLs have it: {@code User:alice}
 */
record KafkaPrincipal(String name) {
    private static final Pattern USERNAME =
            Pattern.compile("\\busername\\s*=\\s*(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|(?<bare>[^\\s;]+))");

    static KafkaPrincipal of(Map<String, String> settings) {
        String protocol = settings.getOrDefault("security.protocol", "PLAINTEXT");
        if (protocol.startsWith("SASL")) {
            return ofJaas(settings.getOrDefault("sasl.jaas.config", ""));
        }
        String keyStore = settings.get("ssl.keystore.location");
        return new KafkaPrincipal(
                protocol.equals("SSL") && keyStore != null
                        ? "User:(subject of the certificate in " + keyStore + ")"
                        : "User:ANONYMOUS");
    }

    private static KafkaPrincipal ofJaas(String config) {
        Matcher matcher = USERNAME.matcher(config);
        if (!matcher.find()) {
            return new KafkaPrincipal("User:(of the login module in sasl.jaas.config)");
        }
        String name = matcher.group("double");
        name = name == null ? matcher.group("single") : name;
        return new KafkaPrincipal("User:" + (name == null ? matcher.group("bare") : name));
    }
}
