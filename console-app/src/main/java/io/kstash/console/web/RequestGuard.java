package io.kstash.console.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets only this machine's own pages in, and tells the browser what the page may do.
 *
 * <p>A page of another site can make a browser ask a server on loopback, under a name of its own that it lets point there (DNS
 * rebinding). Such a request names that host, so where the console listens on loopback only loopback's names are answered.
 */
final class RequestGuard implements Handler {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");
    private static final int FORBIDDEN = 403;

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'";

    private final boolean loopbackOnly;

    /** @param loopbackOnly whether the server listens on loopback */
    RequestGuard(boolean loopbackOnly) {
        this.loopbackOnly = loopbackOnly;
    }

    @Override
    public void handle(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        if (loopbackOnly && !isLoopback(context.header("Host"))) {
            refuse(context, "The console answers to localhost only; --host makes it listen elsewhere");
        } else if ("cross-site".equals(context.header("Sec-Fetch-Site"))
                && context.path().startsWith("/api")) {
            refuse(context, "Another site's page asks for this");
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && LOOPBACK.contains(PORT.matcher(host).replaceFirst(""));
    }

    private static void refuse(Context context, String message) {
        context.status(FORBIDDEN).contentType("text/plain").result(message + "\n");
        context.skipRemainingHandlers();
    }
}
