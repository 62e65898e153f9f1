package io.kstash.console.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BytesViewTest {
    @Test
    void textIsShownAsItIs() {
        BytesView view = BytesView.of("a\u0000é😀".getBytes(StandardCharsets.UTF_8), 100);

        assertThat(view).isEqualTo(new BytesView("a\u0000é😀", 8, false, null));
    }

    @Test
    void aCharacterIsNotCutInTwo() {
        BytesView view = BytesView.of("ab😀".getBytes(StandardCharsets.UTF_8), 4);

        assertThat(view).isEqualTo(new BytesView("ab", 6, true, null));
    }

    @Test
    void otherBytesAreShownAsHexToo() {
        BytesView view = BytesView.of(new byte[] {'a', (byte) 0xff, (byte) 0xc3}, 100);

        assertThat(view).isEqualTo(new BytesView("a\uFFFD\uFFFD", 3, false, "61 ff c3"));
    }

    @Test
    void noBytesAreNoView() {
        assertThat(BytesView.of(null, 100)).isNull();
        assertThat(BytesView.of(new byte[0], 100)).isEqualTo(new BytesView("", 0, false, null));
    }
}
