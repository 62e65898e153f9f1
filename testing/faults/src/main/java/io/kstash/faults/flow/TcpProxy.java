package io.kstash.faults.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the clients and Kafka on the loopback address, and can cut them off. Thread-safe. */
public final class TcpProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    private boolean holding;

    /** @param target the port on the loopback address to which connections go on */
    TcpProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startThread("proxy", this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Ends all connections, and each new one at once. */
    public void refuse() {
        refusing = true;
        open.forEach(TcpProxy::close);
    }

    /** Lets nothing through; connections stay, as where packets are lost. */
    public synchronized void hold() {
        holding = true;
    }

    /** Lets everything through again, what was held back first. */
    public synchronized void letThrough() {
        refusing = false;
        holding = false;
        notifyAll();
    }

    private synchronized void awaitThrough() throws InterruptedException {
        while (holding) {
            wait();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException e) {
                // Kafka is away, or the proxy is closed: the client sees its connection end.
            }
        }
    }

    @SuppressWarnings("AddressSelection") // The loopback address is given, not looked up.
    private void serve(Socket client) throws IOException {
        open.add(client);
        try {
            if (refusing) {
                throw new IOException("refused");
            }
            Socket kafka = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(kafka);
            startThread("proxy-in", () -> pump(client, kafka));
            startThread("proxy-out", () -> pump(kafka, client));
        } catch (IOException e) {
            close(client);
            throw e;
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitThrough();
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // One end is gone; so is the other.
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void startThread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            refuse();
            letThrough();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
