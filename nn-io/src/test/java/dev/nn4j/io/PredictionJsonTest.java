// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.core.Model;
import dev.nn4j.core.Prediction;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service may give back a prediction, or its plain values, without a line of code for JSON. */
class PredictionJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Prediction answer(Model model) {
        return model.predict(new float[model.schema().rawWidth()]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "multi-class", "multi-label", "regression"})
    void jacksonWritesABeanOfThreeParts(String kind) throws IOException {
        Prediction answer = answer(TestModels.all().get(kind));
        JsonNode json = JSON.readTree(JSON.writeValueAsString(answer));
        assertThat(json.fieldNames()).toIterable().containsExactlyInAnyOrder("labels", "probabilities", "numbers");
        assertThat(json.get("labels")).isEqualTo(JSON.<JsonNode>valueToTree(answer.getLabels()));
        assertThat(json.get("probabilities")).isEqualTo(JSON.<JsonNode>valueToTree(answer.getProbabilities()));
        assertThat(json.get("numbers")).isEqualTo(JSON.<JsonNode>valueToTree(answer.getNumbers()));
    }

    @Test
    void thePlainValuesAreThoseOfTheTask() throws IOException {
        Prediction binary = answer(TestModels.binary());
        assertThat(JSON.writeValueAsString(binary.toMap()))
                .startsWith("{\"label\":\"" + binary.label() + "\",\"probability\":" + binary.probability())
                .contains("\"probabilities\":{\"malignant\":");
        assertThat(JSON.writeValueAsString(answer(TestModels.smallest()).toMap()))
                .isEqualTo("{\"numbers\":{\"y\":1.0}}");
    }
}
