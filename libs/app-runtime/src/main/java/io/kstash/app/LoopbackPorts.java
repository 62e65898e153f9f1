package io.kstash.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of the loopback address. */
public final class LoopbackPorts {
    private LoopbackPorts() {}

    /** Different ports that nobody listens on at this moment. */
    public static List<Integer> free(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(listen(0)); // All stay open until the end, so that no number comes twice.
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        } finally {
            sockets.forEach(LoopbackPorts::close);
        }
    }

    /**
     * Checks that one can listen on a port.
     *
     * @param option the command line's option that chooses another port, for the message
     * @throws UsageException if somebody listens there, or it is no port
     */
    public static void requireFree(int port, String option) {
        try {
            close(listen(port));
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(
                    "Port " + port + " cannot be used (" + e.getMessage()
                            + "): stop the program that listens there, or choose another port with " + option,
                    e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true); // Connections that a former process left must not count.
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
