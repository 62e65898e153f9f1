package io.kstash.filters.cidr;

import io.kstash.event.FieldReference;
import io.kstash.event.Template;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code cidr}: matches where an address is in a network.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-cidr">Logstash's cidr filter</a>
 */
public final class CidrFilterFactory implements PluginFactory<Filter> {
    private static final Option<List<String>> ADDRESS = Option.withDefault(
            "address", OptionType.STRINGS, List.of(), "The IP addresses to look for; %{…} is filled from the event.");
    private static final Option<Optional<FieldReference>> ADDRESS_FIELD = Option.optional(
            "address_field",
            OptionType.FIELD_REFERENCE,
            "The field that holds the IP address to look for, or several in an array; it replaces address.");
    private static final Option<List<String>> NETWORK = Option.withDefault(
            "network",
            OptionType.STRINGS,
            List.of(),
            "The networks, such as 10.0.0.0/8 or fe80::/64; one text can have several, with commas between them, and %{…}"
                    + " is filled from the event.");
    private static final Option<Path> NETWORK_PATH =
            Option.optional("network_path", OptionType.PATH, "A file that holds the networks; it replaces network.");
    private static final Option<Number> REFRESH_INTERVAL = Option.withDefault(
            "refresh_interval", OptionType.NUMBER, 600L, "After how many seconds the file is read again.");
    private static final Option<String> SEPARATOR =
            Option.withDefault("separator", OptionType.STRING, "\n", "What is between the networks in the file.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "cidr",
                    "Matches events that have an IP address in one of some networks.",
                    ADDRESS,
                    ADDRESS_FIELD,
                    NETWORK,
                    NETWORK_PATH,
                    REFRESH_INTERVAL,
                    SEPARATOR)
            .withExample("""
                    cidr {
                      address => ["%{[source][ip]}", "%{[destination][ip]}"]
                      network => ["10.0.0.0/8", "192.168.0.0/16", "fc00::/7"]
                      add_tag => ["internal"]
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        return new CidrFilter(addresses(options), networks(options));
    }

    private static IpRanges addresses(Options options) {
        List<String> addresses = options.get(ADDRESS);
        Optional<FieldReference> field = options.find(ADDRESS_FIELD).flatMap(given -> given);
        if (field.isEmpty()) {
            List<Template> templates = addresses.stream().map(Template::of).toList();
            return event -> IpRange.all(templates.stream().map(address -> address.render(event)));
        }
        if (!addresses.isEmpty()) {
            throw new InvalidOptionException(
                    ADDRESS_FIELD, "cannot be used together with 'address': remove one of them");
        }
        return new AddressField(field.get());
    }

    private static IpRanges networks(Options options) {
        List<String> networks = options.get(NETWORK);
        Optional<Path> path = options.find(NETWORK_PATH);
        if (path.isEmpty()) {
            return GivenNetworks.of(networks);
        }
        if (!networks.isEmpty()) {
            throw new InvalidOptionException(
                    NETWORK_PATH, "cannot be used together with 'network': remove one of them");
        }
        return networkFile(path.get(), options);
    }

    private static IpRanges networkFile(Path path, Options options) {
        Duration interval =
                Duration.ofNanos((long) (options.get(REFRESH_INTERVAL).doubleValue() * 1e9));
        try {
            return NetworkFile.open(path, options.get(SEPARATOR), interval, System::nanoTime);
        } catch (NoSuchFileException missing) {
            throw new InvalidOptionException(NETWORK_PATH, "must be a file, and there is no \"" + path + "\"");
        } catch (IOException unreadable) {
            throw new InvalidOptionException(
                    NETWORK_PATH,
                    "must be a file that can be read, and not \"" + path + "\": " + unreadable.getMessage());
        }
    }
}
