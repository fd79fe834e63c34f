// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.json.JsonReader;
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
        assertThat(Setting.parse(setting).apply(JsonReader.read(before)).compact())
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
}
