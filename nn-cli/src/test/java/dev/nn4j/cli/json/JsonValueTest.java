// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonValueTest {
    @Test
    void whatFitsALineStaysOnIt() {
        JsonObject json = JsonObject.empty()
                .with("short", JsonObject.empty().with("a", 1).with("b", "x"))
                .with("list", List.of(JsonNumber.of(1), JsonNumber.of(0.5)))
                .with("nothing", JsonObject.empty());

        assertThat(json.pretty()).isEqualTo("""
                {
                  "short": { "a": 1, "b": "x" },
                  "list": [1, 0.5],
                  "nothing": {}
                }""");
    }

    @Test
    void whatDoesNotFitGetsALineForEachPart() {
        JsonObject json = JsonObject.empty().with("texts", JsonArray.ofTexts(List.of("a".repeat(60), "b".repeat(60))));

        assertThat(json.pretty().lines())
                .containsExactly(
                        "{",
                        "  \"texts\": [",
                        "    \"" + "a".repeat(60) + "\",",
                        "    \"" + "b".repeat(60) + "\"",
                        "  ]",
                        "}");
    }

    @Test
    void prettyAndCompactTextsReadBackToTheSame() {
        JsonObject json = JsonObject.empty()
                .with("quotes \"\\", "tab\t control \u0001 é")
                .with("flag", true)
                .with("list", List.of(JsonNull.NULL, JsonObject.empty().with("x".repeat(200), 2)));

        assertThat(JsonReader.read(json.pretty())).isEqualTo(json);
        assertThat(JsonReader.read(json.compact())).isEqualTo(json);
    }

    @Test
    void whatIsNotFiniteOrNotThereIsNull() {
        JsonObject json = JsonObject.empty()
                .with("nan", Double.NaN)
                .with("infinite", Double.POSITIVE_INFINITY)
                .with("absent", OptionalDouble.empty());

        assertThat(json.compact()).isEqualTo("{\"nan\":null,\"infinite\":null,\"absent\":null}");
    }

    @Test
    void wholeNumbersAreToldFromOthersWhateverTheirSpelling() {
        assertThat(new JsonNumber("3e1").toWhole()).hasValue(30);
        assertThat(new JsonNumber("9223372036854775807").toWhole()).hasValue(Long.MAX_VALUE);
        assertThat(new JsonNumber("0.5").toWhole()).isEmpty();
        assertThat(new JsonNumber("1e30").toWhole()).isEmpty();
        assertThat(new JsonNumber("1e-999999999").toWhole()).isEmpty();
        assertThat(new JsonNumber("1e999999999999").toWhole()).isEmpty();
    }
}
