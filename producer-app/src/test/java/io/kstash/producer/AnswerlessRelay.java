package io.kstash.producer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between clients and Kafka, and can keep Kafka's answers from them: requests still get there. Thread-safe. */
final class AnswerlessRelay implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final int target;
    private final ServerSocket server;
    private volatile boolean withholding;

    /** @param target Kafka's port on the loopback address */
    AnswerlessRelay(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on, or not any more. */
    void withholdAnswers(boolean now) {
        withholding = now;
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    @SuppressWarnings("AddressSelection") // The loopback address is given, not looked up.
    private void serve(Socket client) {
        try (client;
                Socket kafka = new Socket(InetAddress.getLoopbackAddress(), target)) {
            start(() -> answers(kafka, client));
            client.getInputStream().transferTo(kafka.getOutputStream());
        } catch (IOException ended) {
            // Kafka is away, or the client has gone; the other sees its connection end.
        }
    }

    private void answers(Socket kafka, Socket client) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (client) {
            InputStream in = kafka.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!withholding) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException ended) {
            // As above.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
