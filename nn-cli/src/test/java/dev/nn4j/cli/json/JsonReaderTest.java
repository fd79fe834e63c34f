// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
    @Test
    void everyKindOfValueIsReadAsItStands() {
        String text = "{\"a\":[1,1.50,-2e-3,1E400],\"b\":{\"c\":true,\"d\":null},\"e\":\"x\\n\\u00e9\"}";

        assertThat(JsonReader.read(text).compact())
                .isEqualTo("{\"a\":[1,1.50,-2e-3,1E400],\"b\":{\"c\":true,\"d\":null},\"e\":\"x\\né\"}");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheDocument() throws IOException {
        byte[] bytes = "\uFEFF{\"a\": 1}".getBytes(StandardCharsets.UTF_8);

        assertThat(JsonReader.read(new ByteArrayInputStream(bytes)).compact()).isEqualTo("{\"a\":1}");
    }

    @Test
    void aKeyThatIsThereTwiceIsNamedWithItsPath() {
        assertThatThrownBy(() -> JsonReader.read("{\"data\": {\"target\": \"x\", \"target\": \"y\"}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("data.target: line 1, column 26: the key is there twice; remove one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"network\": {\"layers\": [{\"outputDim\": 3}, {\"rate\":|network.layers[1].rate: line 1, column 51: ends in",
                "[1, 2|[1]: line 1, column 6: ends in the middle",
                "{\"a\": tru}|a: line 1, column 7: is no JSON: Unrecognized token 'tru'",
                "{\"a\": NaN}|a: line 1",
                "{\"a\": 01}|a: line 1",
                "{'a': 1}|line 1",
                "{\"a\": 1} {}|line 1, column 10: there is more after the end",
                "{\"a\": 1} // done|line 1"
            })
    void whatIsNoJsonIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> JsonReader.read(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message)
                .message()
                .doesNotContain("Source", "\n");
    }

    @Test
    void anEmptyDocumentSaysHowToStart() {
        assertThatThrownBy(() -> JsonReader.read(" \n"))
                .hasMessageContaining("is empty")
                .hasMessageContaining("nn new");
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] bytes = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};

        assertThatThrownBy(() -> JsonReader.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void nestingWithoutEndIsRefusedBeforeTheStackOverflows() {
        String deep = "[".repeat(10_000);

        assertThatThrownBy(() -> JsonReader.read(deep))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nested deeper than 100");
        assertThat(JsonReader.read("[".repeat(100) + "]".repeat(100))).isInstanceOf(JsonArray.class);
    }
}
