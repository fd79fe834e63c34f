// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonValueTest {
    @Test
    void whatFitsALineStaysOnIt() {
        JsonMembers json = JsonMembers.none()
                .with("short", JsonMembers.none().with("a", 1).with("b", "x"))
                .with("list", Json.list(List.of(Json.number(1), Json.number(0.5))))
                .with("nothing", JsonMembers.none());

        assertThat(json.pretty()).isEqualTo("""
                {
                  "short": { "a": 1, "b": "x" },
                  "list": [1, 0.5],
                  "nothing": {}
                }""");
    }

    @Test
    void whatDoesNotFitGetsALineForEachPart() {
        JsonMembers json = JsonMembers.none().with("texts", Json.texts(List.of("a".repeat(60), "b".repeat(60))));

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
        JsonMembers json = JsonMembers.none()
                .with("quotes \"\\", "tab\t control \u0001 é")
                .with("flag", true)
                .with(
                        "list",
                        Json.list(List.of(
                                Json.none(),
                                JsonMembers.none().with("x".repeat(200), 2).node())));

        assertThat(JsonText.compact(JsonReader.read(json.pretty()))).isEqualTo(json.compact());
        assertThat(JsonText.compact(JsonReader.read(json.compact()))).isEqualTo(json.compact());
    }

    @Test
    void whatIsNotFiniteOrNotThereIsNull() {
        JsonMembers json = JsonMembers.none()
                .with("nan", Double.NaN)
                .with("infinite", Double.POSITIVE_INFINITY)
                .with("absent", OptionalDouble.empty());

        assertThat(json.compact()).isEqualTo("{\"nan\":null,\"infinite\":null,\"absent\":null}");
    }

    @Test
    void wholeNumbersAreToldFromOthersWhateverTheirSpelling() {
        assertThat(Json.whole(JsonReader.read("3e1"))).hasValue(30);
        assertThat(Json.whole(JsonReader.read("9223372036854775807"))).hasValue(Long.MAX_VALUE);
        assertThat(Json.whole(JsonReader.read("0.5"))).isEmpty();
        assertThat(Json.whole(JsonReader.read("1e30"))).isEmpty();
        assertThat(Json.whole(JsonReader.read("1e-999999999"))).isEmpty();
        assertThat(Json.whole(JsonReader.read("1e999999999999"))).isEmpty();
    }
}
