package io.kstash.console.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Lets only the console's own pages in, and tells the browser what these may do. */
final class RequestGuard implements Handler {
    private static final int FORBIDDEN = 403;

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'";

    private final HostNames names;

    RequestGuard(HostNames names) {
        this.names = names;
    }

    @Override
    public void handle(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        if (!names.include(context.header("Host"))) {
            refuse(context, "The console does not answer to this name; --allow-host NAME makes it do so");
        } else if ("cross-site".equals(context.header("Sec-Fetch-Site"))
                && context.path().startsWith("/api")) {
            refuse(context, "Another site's page asks for this");
        }
    }

    private static void refuse(Context context, String message) {
        context.status(FORBIDDEN).contentType("text/plain").result(message + "\n");
        context.skipRemainingHandlers();
    }
}
