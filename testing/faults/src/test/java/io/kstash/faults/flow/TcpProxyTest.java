package io.kstash.faults.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client at one end, a server that sends each byte back at the other. */
@Timeout(20)
class TcpProxyTest {
    private ServerSocket server;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread echo = new Thread(this::echo);
        echo.setDaemon(true);
        echo.start();
        proxy = new TcpProxy(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void whileItHoldsNothingComesThroughAndThenWhatWasHeldBack() throws IOException {
        try (Socket client = connect()) {
            assertThat(answer(client, 'a')).isEqualTo('a');
            proxy.hold();
            client.setSoTimeout(300);
            assertThatThrownBy(() -> answer(client, 'b')).isInstanceOf(SocketTimeoutException.class);

            // when
            proxy.letThrough();

            // then
            client.setSoTimeout(10_000);
            assertThat(client.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void whileItRefusesConnectionsEndAndLaterOnesDoNot() throws IOException {
        try (Socket before = connect()) {
            assertThat(answer(before, 'a')).isEqualTo('a');

            // when
            proxy.refuse();

            // then
            assertThat(isEnded(before)).isTrue();
            try (Socket meanwhile = connect()) {
                assertThat(isEnded(meanwhile)).isTrue();
            }
            proxy.letThrough();
            try (Socket later = connect()) {
                assertThat(answer(later, 'b')).isEqualTo('b');
            }
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static int answer(Socket client, int question) throws IOException {
        client.getOutputStream().write(question);
        return client.getInputStream().read();
    }

    private static boolean isEnded(Socket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private void echo() {
        while (!server.isClosed()) {
            try {
                Socket accepted = server.accept();
                Thread answers = new Thread(() -> answerAll(accepted));
                answers.setDaemon(true);
                answers.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answerAll(Socket accepted) {
        try (accepted) {
            accepted.getInputStream().transferTo(accepted.getOutputStream());
        } catch (IOException ended) {
            // As one end wants.
        }
    }
}
