package io.kstash.localkafka;

import io.kstash.app.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of the loopback address. */
final class Ports {
    private Ports() {}

    /** Different ports that nobody listens on at this moment. */
    static List<Integer> free(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(listen(0)); // All stay open until the end, so that no number comes twice.
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /** @throws UsageException if somebody listens there */
    static void requireFree(int port) {
        try {
            close(listen(port));
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(
                    "Cannot listen on port " + port + " (" + e.getMessage()
                            + "): stop the program that uses it, or choose another port with --port"
                            + " (scripts/up: --kafka-port)",
                    e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true); // As Kafka does: connections that a former process left must not count.
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException | IllegalArgumentException e) {
            close(socket);
            throw e;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
