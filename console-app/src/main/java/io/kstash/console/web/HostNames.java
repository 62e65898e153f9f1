package io.kstash.console.web;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names to which the console answers: those of loopback, what the user allows, and numeric addresses where it listens on
 * more than loopback.
 *
 * <p>A page of another site can make a browser ask a server that the browser reaches and the site does not, under a name of
 * the site's own that it lets point there (DNS rebinding). Such a request names that host. A numeric address cannot be bent so.
 */
final class HostNames {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+(\\.[0-9]+){3}|\\[[0-9a-f:.]+]");

    private final Set<String> names = new HashSet<>(LOOPBACK);
    private final boolean numeric;

    /**
     * Names.
     *
     * @param listening where the server listens
     * @param allowed further ones, without a port
     */
    HostNames(InetAddress listening, Collection<String> allowed) {
        this.numeric = !listening.isLoopbackAddress();
        allowed.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** @param host the header of a request, null where there is none */
    boolean include(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
        return names.contains(name) || (numeric && NUMERIC.matcher(name).matches());
    }
}
