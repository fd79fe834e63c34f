// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.internal.json.JsonReader;
import dev.nn4j.config.internal.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|a=1|{\"a\":1}",
                "{\"a\":{\"b\":1}}|a.b=2|{\"a\":{\"b\":2}}",
                "{}|a.b.c=x|{\"a\":{\"b\":{\"c\":\"x\"}}}",
                "{\"l\":[1,2]}|l[1]=3|{\"l\":[1,3]}",
                "{\"l\":[1,2]}|l[2]=3|{\"l\":[1,2,3]}",
                "{\"l\":[{\"n\":1}]}|l[0].n=[1, 2]|{\"l\":[{\"n\":[1,2]}]}",
                "{\"a\":1}|a=two words|{\"a\":\"two words\"}",
                "{\"a\":1}|a=|{\"a\":\"\"}",
                "{\"a\":1}|a=\"5\"|{\"a\":\"5\"}",
                "{\"a\":1}|a=x=y|{\"a\":\"x=y\"}",
                "{\"optimizer\":\"adam\"}|optimizer.learningRate=0.1|{\"optimizer\":{\"type\":\"adam\",\"learningRate\":0.1}}"
            })
    void aValueTakesItsPlace(String before, String setting, String after) {
        assertThat(JsonText.compact(Setting.parse(setting).apply(JsonReader.read(before))))
                .isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "=1", ".a=1", "a.=1", "a..b=1", "a[x]=1", "a[-1]=1", "[0]=1", "a[0=1", "a[99999999999]=1"})
    void aMalformedPathIsRefused(String setting) {
        assertThatThrownBy(() -> Setting.parse(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path=value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.b={patience=3}|a.b: a value that begins with { must be JSON, and in {patience=3} line 1, column 2: is no"
                        + " JSON: a key in double quotes must begin here, got p",
                "a=[id]|a: a value that begins with [ must be JSON, and in [id] [0]: line 1, column 2: is no JSON: id is no"
                        + " value; a text must be in double quotes",
                "a= [1, 2|a: a value that begins with [ must be JSON, and in  [1, 2 [1]: line 1, column 7: ends in the middle",
                "a=\"x|a: a value that begins with \" must be JSON, and in \"x line 1, column 3: ends in the middle",
                "a=\"x\" y|a: a value that begins with \" must be JSON, and in \"x\" y line 1, column 5: is no JSON: y is",
                "a={\"b\": 1 // one}|a: a value that begins with { must be JSON",
            })
    void aValueThatBeginsAsJsonAndIsNoneIsNoText(String setting, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.parse(setting))
                .withMessageStartingWith(message)
                .withMessageEndingWith(
                        " (a shell takes quotes away, unless the whole setting stands in single quotes)");
    }

    @Test
    void aTextThatBeginsAsJsonIsWrittenInQuotes() {
        Setting setting = Setting.parse("a=\"[id\"");

        assertThat(setting.argument()).isEqualTo("a=\"[id\"");
        assertThat(JsonText.compact(Setting.parse(setting.argument()).apply(JsonReader.read("{}"))))
                .isEqualTo("{\"a\":\"[id\"}");
    }

    @Test
    void aPathThatLeadsNowhereIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Setting.parse("l[2]=1").apply(JsonReader.read("{\"l\":[1]}")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("l[2]: is beyond the list, which has 1 elements");
        assertThatThrownBy(() -> Setting.parse("a.b=1").apply(JsonReader.read("{\"a\":[1]}")))
                .hasMessageStartingWith("a: must be an object");
        assertThatThrownBy(() -> Setting.parse("a[0]=1").apply(JsonReader.read("{\"a\":{}}")))
                .hasMessageStartingWith("a: must be a list");
    }

    /** Only files have comments: a value with two slashes is a text. */
    @Test
    void whatWouldBeACommentInAFileBelongsToTheValue() {
        Setting setting = Setting.parse("a=5 // five");

        assertThat(setting.argument()).isEqualTo("a=5 // five");
        assertThat(JsonText.compact(setting.apply(JsonReader.read("{}")))).isEqualTo("{\"a\":\"5 // five\"}");
    }

    @Test
    void whatASettingChangesStaysAsItWas() {
        JsonNode before = JsonReader.read("{\"l\":[{\"n\":1}]}");
        Setting.parse("l[0].n=2").apply(before);

        assertThat(JsonText.compact(before)).isEqualTo("{\"l\":[{\"n\":1}]}");
    }

    @Test
    void aPathLeadsAsDeepAsAConfigurationMayBe() {
        assertThat(Setting.parse("a" + ".b".repeat(99) + "=1").path()).hasSize(199);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.parse("a" + ".b".repeat(20_000) + "=1"))
                .withMessageEndingWith("…' must lead at most 100 steps deep, got 20001");
    }

    @Test
    void anArgumentReadsBackToTheSameSetting() {
        assertThat(Setting.parse("a=5").argument()).isEqualTo("a=5");
        assertThat(Setting.parse("a=\"5\"").argument()).isEqualTo("a=\"5\"");
        assertThat(Setting.parse("a=five").argument()).isEqualTo("a=five");
    }
}
