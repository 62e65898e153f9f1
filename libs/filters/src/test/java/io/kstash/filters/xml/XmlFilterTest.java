package io.kstash.filters.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XmlFilterTest {
    private static final FieldReference ANSWER = FieldReference.ofName("answer");
    private static final FieldReference STRUCTURE = FieldReference.ofName("d");

    @ParameterizedTest
    @ValueSource(strings = {"recover", "recover,noent", "strict,noent"})
    void aFileThatADocumentNamesIsNeverRead(String parseOptions, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Filter filter = filter("string(/o)", parseOptions);
        Event event = event("<!DOCTYPE o [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><o>a&e;b</o>");

        filter.filter(event);

        assertThat(event.get(ANSWER)).isEqualTo(List.of("ab"));
        assertThat(event.get(STRUCTURE)).isEqualTo("a&e;b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE o SYSTEM '%s'><o>1</o>",
                "<!DOCTYPE o [<!ENTITY %% p SYSTEM '%s'> %%p;]><o>1</o>",
                "<!DOCTYPE o [<!ENTITY e SYSTEM '%s'>]><o>&e;</o>"
            })
    void aServerThatADocumentNamesIsNeverAsked(String document) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            Event event = event(document.formatted("http://localhost:" + server.getLocalPort() + "/x"));

            filter("string(/o)", "recover,noent").filter(event);

            assertThat(wasAsked(server)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recover", "recover,noent"})
    void entitiesThatHoldEachOtherDoNotGrow(String parseOptions) {
        StringBuilder declarations = new StringBuilder("<!ENTITY e0 \"lollollol\">");
        for (int i = 1; i < 15; i++) {
            declarations.append(
                    "<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
        }
        Event event = event("<!DOCTYPE o [" + declarations + "]><o>&e14;</o>");

        filter("string(/o)", parseOptions).filter(event);

        assertThat(event.tags()).containsExactly("_xmlparsefailure");
        assertThat(String.valueOf(event.get(ANSWER))).hasSizeLessThan(1_000_000);
    }

    @Test
    void entitiesThatHoldThemselvesFail() {
        Event event = event("<!DOCTYPE o [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]><o>&a;</o>");

        filter("string(/o)", "recover").filter(event);

        assertThat(event.tags()).containsExactly("_xmlparsefailure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "<a x='1'>", "<![CDATA[", "&#", "&a;", "<!--", "<?p ", "<a/>", "\"", "<", "]]>"})
    void textsWithoutEndDoNotOverflowAndTakeNoTime(String repeated) {
        Event event = event("<o>" + repeated.repeat(100_000));

        filter("count(//*)", "recover").filter(event);

        assertThat(event.tags()).containsExactly("_xmlparsefailure");
    }

    @Test
    void oneFilterServesAllThreads() throws Exception {
        Filter filter = filter("/o/a/text()", "recover");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Event>> calls = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Event event = event("<o" + (i % 3 == 0 ? " xmlns:x='urn:x'" : "") + "><a>" + i + "</a></o>");
            calls.add(() -> {
                filter.filter(event);
                return event;
            });
        }

        List<Future<Event>> events = threads.invokeAll(calls);

        threads.shutdown();
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).get().get(ANSWER)).isEqualTo(List.of(String.valueOf(i)));
        }
    }

    @Test
    void malformedTextIsReadTheSameInAnyLanguage() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Event event = event("<o><a>1</b>not read</o>");

            filter("string(/o)", "recover").filter(event);

            assertThat(event.get(ANSWER)).isEqualTo(List.of("1"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static boolean wasAsked(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    private static Event event(String message) {
        Event event = Event.at(Timestamp.ofEpochMilli(0));
        event.set(FieldReference.ofName("message"), message);
        return event;
    }

    private static Filter filter(String xpath, String parseOptions) {
        XmlFilterFactory factory = new XmlFilterFactory();
        Map<String, Object> values = new HashMap<>();
        for (Option<?> option : factory.spec().options()) {
            option.defaultValue()
                    .ifPresent(value -> values.put(option.name(), option.type().convert(value)));
        }
        values.put("source", "message");
        values.put("target", "d");
        values.put("xpath", Map.of(xpath, "answer"));
        values.put("parse_options", parseOptions);
        return factory.create(new Options(values));
    }
}
