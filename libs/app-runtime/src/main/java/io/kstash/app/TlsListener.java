package io.kstash.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Tells a TLS port from others. Kafka's clients do not: without TLS themselves they take the alert of such a port for a
 * response of some hundred megabytes, and run out of memory or wait for it.
 */
final class TlsListener {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** The first byte of a TLS record that is an alert. */
    private static final int ALERT = 21;
    /** Length 10, API key 18 (ApiVersions), version 0, correlation id 0, no client id: any Kafka answers it to anybody. */
    private static final byte[] API_VERSIONS_REQUEST = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0, -1, -1};

    private TlsListener() {}

    /** Whether the port wants TLS; false also where nothing answers. Takes two seconds at the most for each step. */
    static boolean isAt(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    (int) PATIENCE.toMillis());
            socket.getOutputStream().write(API_VERSIONS_REQUEST);
            return socket.getInputStream().read() == ALERT;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException nobodyThere) {
            return false;
        }
    }
}
