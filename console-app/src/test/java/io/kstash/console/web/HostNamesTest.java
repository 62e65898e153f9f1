package io.kstash.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost:8080, true",
        "127.0.0.1, LocalHost, true",
        "127.0.0.1, [::1]:8080, true",
        "127.0.0.1, 192.168.1.7:8080, false",
        "127.0.0.1, evil.example, false",
        "127.0.0.1, localhost.evil.example, false",
        "127.0.0.1, , false",
        "0.0.0.0, localhost:8081, true",
        "0.0.0.0, 192.168.1.7:8080, true",
        "0.0.0.0, [fe80::1]:8080, true",
        "0.0.0.0, evil.example:8080, false",
        "0.0.0.0, 1.2.3.4.evil.example, false",
        "0.0.0.0, console.example:8080, true",
        "127.0.0.1, Console.Example, true",
    })
    void answersToItsOwnNamesOnly(String listening, String host, boolean answered) throws UnknownHostException {
        HostNames names = new HostNames(InetAddress.getByName(listening), List.of("console.EXAMPLE"));

        assertThat(names.include(host)).isEqualTo(answered);
    }
}
