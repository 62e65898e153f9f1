package io.kstash.filters.fingerprint;

import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.Outcome;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * {@code fingerprint}: a short form of fields.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-fingerprint">Logstash's
 *     fingerprint filter</a>
 */
public final class FingerprintFilterFactory implements PluginFactory<Filter> {
    private static final Option<List<String>> SOURCE = Option.withDefault(
            "source", OptionType.STRINGS, "message", "The fields of which the fingerprint is taken, one by one.");
    private static final Option<String> TARGET = Option.optional(
            "target",
            OptionType.STRING,
            "The field that takes the fingerprint: [event][hash], or fingerprint where ECS is disabled.");
    private static final Option<String> KEY = Option.optional(
            "key",
            OptionType.SECRET,
            "The key of an HMAC, for SHA and MD5; how many bits of the address stay, for IPV4_NETWORK.");
    private static final Option<String> METHOD = Option.withDefault(
            "method",
            OptionType.oneOf(
                    "SHA1",
                    "SHA256",
                    "SHA384",
                    "SHA512",
                    "MD5",
                    "MURMUR3",
                    "MURMUR3_128",
                    "IPV4_NETWORK",
                    "UUID",
                    "PUNCTUATION"),
            "SHA1",
            "A digest or checksum, the network of an address, a random UUID, or a text's punctuation.");
    private static final Option<Boolean> BASE64_ENCODE = Option.withDefault(
            "base64encode",
            OptionType.BOOLEAN,
            "false",
            "Whether SHA, MD5 and MURMUR3_128 are written in Base64 and not in hexadecimal digits.");
    private static final Option<Boolean> CONCATENATE_SOURCES = Option.withDefault(
            "concatenate_sources",
            OptionType.BOOLEAN,
            "false",
            "Whether one fingerprint is taken of the names and values of all sources together.");
    private static final Option<Boolean> CONCATENATE_ALL_FIELDS = Option.withDefault(
            "concatenate_all_fields",
            OptionType.BOOLEAN,
            "false",
            "Whether one fingerprint is taken of the names and values of all fields of the event.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "fingerprint",
                    "Takes a digest, checksum or other short form of fields.",
                    SOURCE,
                    TARGET,
                    KEY,
                    METHOD,
                    BASE64_ENCODE,
                    CONCATENATE_SOURCES,
                    CONCATENATE_ALL_FIELDS,
                    EcsCompatibility.OPTION)
            .withExample("""
                    fingerprint {
                      source => ["[user][id]", "message"]
                      concatenate_sources => true
                      method => "SHA256"
                      target => "[@metadata][id]"
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        FieldTemplate target = target(options);
        return switch (options.get(METHOD)) {
            case "UUID" ->
                event -> {
                    event.set(target.resolve(event), UUID.randomUUID().toString());
                    return Outcome.MATCHED;
                };
            case "PUNCTUATION" -> new FieldFingerprints(sortedSources(options), target, Punctuation::of);
            default -> ofData(options, target, fingerprint(options));
        };
    }

    private static Filter ofData(Options options, FieldTemplate target, Fingerprint fingerprint) {
        if (options.get(CONCATENATE_ALL_FIELDS)) {
            return JointFingerprint.ofAllFields(target, fingerprint);
        }
        if (options.get(CONCATENATE_SOURCES)) {
            return JointFingerprint.ofSources(sortedSources(options), target, fingerprint);
        }
        List<FieldTemplate> sources =
                options.get(SOURCE).stream().map(FieldTemplate::literal).toList();
        return new FieldFingerprints(sources, target, fingerprint.ofEach());
    }

    private static FieldTemplate target(Options options) {
        String byDefault = EcsCompatibility.isEnabled(options) ? "[event][hash]" : "fingerprint";
        return FieldTemplate.literal(options.find(TARGET).orElse(byDefault));
    }

    private static List<FieldTemplate> sortedSources(Options options) {
        return options.get(SOURCE).stream()
                .sorted(CanonicalValue.BY_BYTES)
                .map(FieldTemplate::literal)
                .toList();
    }

    private static Fingerprint fingerprint(Options options) {
        Function<byte[], String> encoding =
                options.get(BASE64_ENCODE) ? Base64.getEncoder()::encodeToString : HexFormat.of()::formatHex;
        return switch (options.get(METHOD)) {
            case "IPV4_NETWORK" -> network(options);
            case "MURMUR3" -> Murmur3::hash32;
            case "MURMUR3_128" -> Murmur3.hash128(encoding);
            default -> digest(options, encoding);
        };
    }

    private static Fingerprint network(Options options) {
        String prefix = options.find(KEY)
                .orElseThrow(() -> new InvalidOptionException(
                        KEY, "is missing: IPV4_NETWORK needs the length of the network's prefix, such as 24"));
        return new Network(RubyText.toI(prefix));
    }

    private static Fingerprint digest(Options options, Function<byte[], String> encoding) {
        String method = options.get(METHOD);
        return options.find(KEY)
                .map(key -> Digest.keyed("Hmac" + method, key.getBytes(StandardCharsets.UTF_8), encoding))
                .orElseGet(() -> Digest.plain(method.replace("SHA", "SHA-"), encoding));
    }
}
