// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.nn4j.api.DataException;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a prediction says of itself. */
class PredictionTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private record Point(double x, double y) {}

    /** Its outputs are the activation of x and of y. */
    private static Model model(Task task, String activation, String loss, List<String> targets, List<String> labels) {
        Schema schema = Schema.builder(task)
                .features(Feature.numbers("x", "y"))
                .targets(targets)
                .labels(labels)
                .build();
        NetworkSpec spec = new NetworkSpec(
                2, List.of(new DenseSpec(0, 2, REGISTRY.activation(activation), REGISTRY.initializer("zeros"), true)));
        Network network = Network.of(spec, new float[] {1, 0, 0, 1, 0, 0});
        return Model.builder(schema, network, REGISTRY.loss(loss)).build();
    }

    private static Model labels() {
        return model(Task.MULTICLASS, "softmax", "categorical-cross-entropy", List.of("kind"), List.of("cat", "dog"));
    }

    private static Model positives() {
        return model(Task.MULTILABEL, "sigmoid", "binary-cross-entropy", List.of("spam", "urgent"), List.of());
    }

    private static Model numbers() {
        return model(Task.REGRESSION, "identity", "mean-squared-error", List.of("price", "size"), List.of());
    }

    @Test
    void itsTextIsItsAnswer() {
        assertThat(labels().predict(2, 2)).hasToString("cat (0.5)");
        assertThat(positives().predict(2, -2)).hasToString("[spam]");
        assertThat(numbers().predict(2, -2.5f)).hasToString("{price=2.0, size=-2.5}");
    }

    @Test
    void equalAnswersOfOneTaskAreEqual() {
        assertThat(labels().predict(2, 2))
                .isEqualTo(labels().predict(3, 3))
                .hasSameHashCodeAs(labels().predict(3, 3))
                .isNotEqualTo(labels().predict(3, 2))
                .isNotEqualTo(positives().predict(0, 0));
    }

    @Test
    void itsMapIsPlainValuesByTask() {
        assertThat(labels().predict(2, 2).toMap())
                .isEqualTo(Map.of("label", "cat", "probability", 0.5, "probabilities", Map.of("cat", 0.5, "dog", 0.5)));
        assertThat(labels().predict(2, 2).toMap().keySet()).containsExactly("label", "probability", "probabilities");
        assertThat(positives().predict(0, 0).toMap())
                .isEqualTo(Map.of("positives", List.of(), "probabilities", Map.of("spam", 0.5, "urgent", 0.5)));
        assertThat(numbers().predict(1, 2).toMap()).isEqualTo(Map.of("numbers", Map.of("price", 1.0, "size", 2.0)));
    }

    @Test
    void beansAreEmptyForWhatTheTaskDoesNotHave() {
        assertThat(labels().predict(2, 2).getLabels()).containsExactly("cat");
        assertThat(labels().predict(2, 2).getNumbers()).isEmpty();
        assertThat(positives().predict(2, -2).getLabels()).containsExactly("spam");
        assertThat(numbers().predict(2, 2).getLabels()).isEmpty();
        assertThat(numbers().predict(2, 2).getProbabilities()).isEmpty();
        assertThat(numbers().predict(2, 2).getNumbers()).containsEntry("price", 2.0);
        assertThatIllegalStateException()
                .isThrownBy(() -> labels().predict(2, 2).numbers());
        assertThat(numbers().predict(2, 2).task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void manyRowsAreAnsweredInOrder() {
        List<Map<String, Integer>> maps = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            maps.add(Map.of("x", i, "y", -i));
            points.add(new Point(i, -i));
        }
        Model model = numbers();
        List<Prediction> answers = model.predictAll(maps);
        assertThat(answers)
                .hasSize(1000)
                .isEqualTo(maps.stream().map(model::predict).toList());
        assertThat(answers.get(999).numbers()).containsEntry("size", -999.0);
        assertThat(model.predictAll(points, Point.class, MethodHandles.lookup()))
                .isEqualTo(answers);
        assertThat(model.predictAll(List.of())).isEmpty();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> model.predictAll(List.of(Map.of("x", 1, "y", 2), Map.of("x", 1))))
                .withMessageStartingWith("row 2: feature 'y' is missing");
    }

    @Test
    void aModelSaysWhatItIs() {
        assertThat(labels()).hasToString("multi-class model of kind: 2 features, 6 parameters");
        assertThat(numbers()).hasToString("regression model of price, size: 2 features, 6 parameters");
    }
}
