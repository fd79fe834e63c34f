// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

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

        assertThat(JsonText.compact(JsonReader.read(text)))
                .isEqualTo("{\"a\":[1,1.50,-2e-3,1E400],\"b\":{\"c\":true,\"d\":null},\"e\":\"x\\né\"}");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheDocument() throws IOException {
        byte[] bytes = "\uFEFF{\"a\": 1}".getBytes(StandardCharsets.UTF_8);

        assertThat(JsonText.compact(JsonReader.read(new ByteArrayInputStream(bytes))))
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void aByteOrderMarkMayStandBeforeATextToo() {
        assertThat(JsonText.compact(JsonReader.read("\uFEFF{\"a\": 1}"))).isEqualTo("{\"a\":1}");
    }

    @Test
    void anEmptyKeyIsSeenInAPath() {
        assertThatThrownBy(() -> JsonReader.read("{\"a\": {\"\": 1, \"\": 2}}"))
                .hasMessage("a.\"\": line 1, column 15: the key is there twice; remove one");
    }

    @Test
    void aCommentThatIsNotClosedIsNamedAsOne() {
        for (String text : new String[] {"{ /* all", "/"}) {
            assertThatThrownBy(() -> JsonReader.read(text))
                    .hasMessageEndingWith("ends in the middle of a comment; close it with */, or remove the /");
        }
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
                "{\"a\": 1} {}|line 1, column 10: there is more after the end"
            })
    void whatIsNoJsonIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> JsonReader.read(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message)
                .message()
                .doesNotContain("Source", "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": tru}|tru is no value; a text must be in double quotes",
                "{\"a\": NaN}|NaN is no number",
                "{\"a\": 01}|no number begins with a 0",
                "{\"a\": +1}|no value begins with +",
                "{\"a\": .5}|no value begins with .",
                "{'a': 1}|texts and keys must be in double quotes",
                "{\"a\": 'x'}|texts and keys must be in double quotes",
                "{a: 1}|a key in double quotes must begin here, got a",
                "{\"a\": 1, # one}|a comment begins with //",
                "{\"a\": 1,}|a key is lacking before this }; remove the comma",
                "[1, 2,]|a value is lacking before this ]",
                "{\"a\": }|a value is lacking before this }",
                "{\"a\": 1 \"b\": 2}|a comma is lacking before this",
                "[1 2]|a comma is lacking before this",
                "{\"a\" 1}|a colon is lacking between a key and its value",
                "{\"a\": [1}|] must close first, got }",
                "{\"a\": \"C:\\data\"}|a backslash in a text must be written twice",
                "{\"a\": \"\\x41\"}|a backslash in a text must be written twice; before a x it stands for no character",
                "{\"a\": \"\\u12g4\"}|four hexadecimal digits must follow a backslash and u in a text, as in \\u00e9",
                "{\"a\": \"x\u001by\"}|a text must not hold a control character, got the one with the number 27",
                "{\"a\": \"x\ty\"}|a text must end on its line and hold no tab",
                "{\"a\": / 1}|a comment begins with //",
                "{\"a\": 1/2}|a comment begins with //",
                "{\"a\": 1.}|a digit must follow a number's point",
                "{\"a\": 1e+}|a digit must follow a number's e",
                "{\"a\": -x}|a digit must follow a minus sign, got x",
                "{\"a\": 0x1}|a comma is lacking before x; if it belongs to a number, write that in decimal digits",
                "{\"a\": 1_000}|a comma is lacking before _; if it belongs to a number",
                "{\"a\": 1.5.2}|a comma is lacking before .; if it belongs to a number",
                "{\"a\": 1,5}|a key in double quotes must begin here, got 5; a number has a decimal point, no comma",
                "{\"a\":\u00a01}|a character that cannot be seen stands here, the one with the number 160",
                "{\"a\": \u201cx\u201d}|texts and keys must be in straight double quotes, got \u201c"
            })
    void aFaultIsSaidInOurWordsWithItsPlace(String text, String words) {
        assertThatThrownBy(() -> JsonReader.read(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("line 1, column ")
                .hasMessageContaining(": is no JSON: " + words)
                .message()
                .doesNotContain("Source", "Feature", "Unexpected", "token", "\n");
        assertThatThrownBy(() -> JsonReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining(": is no JSON: " + words);
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
        assertThat(JsonReader.read("[".repeat(100) + "]".repeat(100)).isArray()).isTrue();
    }

    @Test
    void aFileMayHaveComments() throws IOException {
        String text = "// all of it\n{ /* the column */ \"a\": 1, // one\n\"b\": \"no // comment\" } // done";

        assertThat(JsonText.compact(JsonReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("{\"a\":1,\"b\":\"no // comment\"}");
        assertThat(JsonReader.read(text)).isEqualTo(JsonReader.read("{\"a\": 1, \"b\": \"no // comment\"}"));
        assertThatThrownBy(() -> JsonReader.value(text)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> JsonReader.read("{ /* all"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("line 1, column 9: ends in the middle");
    }

    @Test
    void halfACharacterIsRefusedSinceNoFileKeepsIt() {
        assertThatThrownBy(() -> JsonReader.read("{\"a\": [\"x\", \"\\ud800\"]}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "a[1]: line 1, column 13: a text must not hold one half of a surrogate pair; write the whole"
                                + " character");
        assertThat(JsonReader.read("\"\\ud83d\\ude00\"").textValue()).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void whatIsTooLongIsNamedWithItsPlace() {
        assertThatThrownBy(() -> JsonReader.read("{\"a\": " + "1".repeat(1001) + "}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("a: line 1, column ")
                .hasMessageEndingWith(": this number has more than 1000 characters, the most allowed; shorten it");
        assertThatThrownBy(() -> JsonReader.read("{\"" + "k".repeat(60_000) + "\": 1}"))
                .hasMessageEndingWith(": this key has more than 50000 characters, the most allowed; shorten it");
    }
}
