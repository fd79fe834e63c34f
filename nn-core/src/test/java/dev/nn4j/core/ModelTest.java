// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.nn4j.api.DataException;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of one dense layer, small enough to follow by hand. */
class ModelTest {
    private static Model model(
            Task task, List<String> targets, List<String> labels, String activation, String loss, float... parameters) {
        Schema schema = Schema.builder(task)
                .features(Feature.numbers("x", "y"))
                .targets(targets)
                .labels(labels)
                .positiveClass(task == Task.BINARY ? 1 : 0)
                .build();
        Network network = Network.of(
                Architectures.inputs(2).dense(schema.outputs(), activation).spec(), parameters);
        return Model.builder(schema, network, ComponentRegistry.standard().loss(loss))
                .inputScaler(Scaler.of(Scaling.STANDARD, new float[] {1, 2}, new float[] {2, 4}))
                .build();
    }

    /** p = sigmoid of the scaled x. */
    private static Model binary() {
        return model(Task.BINARY, List.of("t"), List.of("no", "yes"), "sigmoid", "binary-cross-entropy", 1, 0, 0);
    }

    private static Model multiclass() {
        return model(
                Task.MULTICLASS,
                List.of("t"),
                List.of("a", "b", "c"),
                "softmax",
                "categorical-cross-entropy",
                1,
                0,
                -1,
                0,
                0,
                0,
                0,
                0,
                0);
    }

    private static Model multilabel() {
        return model(
                Task.MULTILABEL,
                List.of("red", "round"),
                List.of(),
                "sigmoid",
                "binary-cross-entropy",
                1,
                0,
                0,
                1,
                0,
                0);
    }

    /** The sum of the scaled features. */
    private static Model regression() {
        return model(Task.REGRESSION, List.of("t"), List.of(), "identity", "mean-squared-error", 1, 1, 0);
    }

    @Test
    void scalesFeaturesBeforeTheNetworkSeesThem() {
        assertThat(regression().predict(5, 10).number()).isEqualTo(4);
    }

    @Test
    void givesNumbersInTheTargetsOwnUnits() {
        Model plain = regression();
        Model scaled = Model.builder(plain.schema(), plain.network(), plain.loss())
                .inputScaler(plain.inputScaler())
                .targetScaler(Scaler.of(Scaling.MIN_MAX, new float[] {100}, new float[] {10}))
                .golden(plain.golden())
                .provenance(plain.provenance())
                .build();
        assertThat(scaled.predict(5, 10).number()).isEqualTo(140);
        RegressionEvaluation evaluation = (RegressionEvaluation)
                Evaluation.of(scaled, Tables.of(scaled.schema()::cellType, "x,y,t", "5,10,150", "1,2,100"));
        assertThat(evaluation.mse()).isEqualTo(50);
        assertThat(evaluation.loss()).as("in scaled units").isEqualTo(0.5);
    }

    @Test
    void decidesForALabelAndSaysHowSureItIs() {
        Prediction yes = binary().predict(5, 0);
        assertThat(yes.label()).isEqualTo("yes");
        assertThat(yes.probability()).isGreaterThan(0.8).isEqualTo(yes.outputs()[0]);
        assertThat(yes.probabilities()).containsOnlyKeys("no", "yes");
        assertThat(yes.probabilities().get("no") + yes.probabilities().get("yes"))
                .isCloseTo(1, Assertions.within(1e-7));
        Prediction no = binary().predict(-5, 0);
        assertThat(no.label()).isEqualTo("no");
        assertThat(no.probability()).isGreaterThan(0.9);
        assertThat(binary().predict(1, 0).label())
                .as("one half is not positive")
                .isEqualTo("no");
    }

    @Test
    void decidesForTheFirstOfEqualClasses() {
        assertThat(multiclass().predict(5, 0).label()).isEqualTo("a");
        assertThat(multiclass().predict(-5, 0).label()).isEqualTo("c");
        assertThat(multiclass().predict(1, 0).label()).isEqualTo("a");
        assertThat(multiclass().predict(5, 0).probabilities()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void namesTheTargetsThatHold() {
        assertThat(multilabel().predict(5, 10).positives()).containsExactly("red", "round");
        assertThat(multilabel().predict(-5, 10).positives()).containsExactly("round");
        assertThat(multilabel().predict(1, 2).positives()).isEmpty();
        assertThat(multilabel().predict(1, 2).probabilities())
                .containsExactly(Map.entry("red", 0.5), Map.entry("round", 0.5));
    }

    @Test
    void answersOnlyWhatItsTaskAnswers() {
        assertThatIllegalStateException()
                .isThrownBy(() -> regression().predict(1, 2).label())
                .withMessage("prediction: a regression model with 1 outputs gives no label");
        assertThatIllegalStateException()
                .isThrownBy(() -> regression().predict(1, 2).probabilities());
        assertThatIllegalStateException()
                .isThrownBy(() -> regression().predict(1, 2).positives());
        assertThatIllegalStateException()
                .isThrownBy(() -> binary().predict(1, 2).number());
        assertThatIllegalStateException()
                .isThrownBy(() -> binary().predict(1, 2).positives());
        assertThatIllegalStateException()
                .isThrownBy(() -> multilabel().predict(1, 2).label());
        assertThatIllegalStateException()
                .isThrownBy(() -> multilabel().predict(1, 2).probability());
    }

    @Test
    void namedRowsAndArraysGiveTheSameBits() {
        Model model = binary();
        assertThat(model.predict(Map.of("y", 0.1, "x", 0.7, "z", 3)).outputs())
                .containsExactly(model.predict(0.7f, 0.1f).outputs());
    }

    @Test
    void recordsAndArraysGiveTheSameBits() {
        record Point(double y, float x) {}
        Model model = binary();
        assertThat(model.forRecords(Point.class, MethodHandles.lookup())
                        .apply(new Point(0.1, 0.7f))
                        .outputs())
                .containsExactly(model.predict(0.7f, 0.1f).outputs());
    }

    @Test
    void aMissingFeatureIsRefusedWithTheNearest() {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("radius"))
                .targets(List.of("t"))
                .build();
        Model model = Model.builder(
                        schema,
                        Network.initialized(
                                Architectures.inputs(1).dense(1, "identity").spec(), 1),
                        ComponentRegistry.standard().loss("huber"))
                .build();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> model.predict(Map.of("radios", 1)))
                .withMessage("feature 'radius' is missing; did you mean 'radios'?");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300})
    void aFeatureThatIsNoFiniteFloatIsRefused(double value) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> binary().predict(Map.of("x", value, "y", 1.0)))
                .withMessage("feature 'x' must be a finite 32-bit number, got " + value);
    }

    @Test
    void anArrayMustHaveARowsLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> binary().predict(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> binary().predict(1, 2, 3))
                .withMessage("model: a row has 2 features (x, y), got 3");
    }

    @Test
    void thePartsMustFit() {
        Model model = binary();
        Network wide =
                Network.initialized(Architectures.inputs(2).dense(2, "sigmoid").spec(), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Model.builder(model.schema(), wide, model.loss())
                        .inputScaler(model.inputScaler())
                        .targetScaler(model.targetScaler())
                        .golden(model.golden())
                        .provenance(model.provenance())
                        .build())
                .withMessage("model: the network's output width is 2, the schema asks for 1");
        Scaler long3 = Scaler.of(Scaling.STANDARD, new float[3], new float[] {1, 1, 1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Model.builder(model.schema(), model.network(), model.loss())
                        .inputScaler(long3)
                        .targetScaler(model.targetScaler())
                        .golden(model.golden())
                        .provenance(model.provenance())
                        .build())
                .withMessage("model: the input scaler has 3 columns, the schema asks for 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Model.builder(model.schema(), model.network(), model.loss())
                        .inputScaler(model.inputScaler())
                        .targetScaler(long3)
                        .golden(model.golden())
                        .provenance(model.provenance())
                        .build())
                .withMessage("model: the target scaler has 3 columns, the schema asks for 1");
    }

    @Test
    void rowsGivenAreLeftAsTheyAre() {
        float[] rows = {5, 10};
        Model model = binary();
        model.predict(rows, 1, new float[1], model.newScratch());
        assertThat(rows).containsExactly(5, 10);
    }

    @Test
    void everyTaskIsEvaluatedInItsWay() {
        Model binary = binary();
        ClassificationEvaluation two = (ClassificationEvaluation)
                Evaluation.of(binary, Tables.of(binary.schema()::cellType, "t,y,x", "yes,0,5", "no,0,-5", "yes,0,-1"));
        assertThat(two.rows()).isEqualTo(3);
        assertThat(two.accuracy()).isEqualTo(2 / 3.0);
        assertThat(two.confusionMatrix()).containsExactly(List.of(1L, 0L), List.of(1L, 1L));
        assertThat(two.logLoss()).isCloseTo(two.loss(), Assertions.within(1e-6));

        Model several = multilabel();
        MultiLabelEvaluation labels = (MultiLabelEvaluation)
                Evaluation.of(several, Tables.of(several.schema()::cellType, "x,y,red,round", "5,10,1,1", "5,10,1,0"));
        assertThat(labels.accuracy()).isEqualTo(0.5);
    }

    @Test
    void evaluatingNeedsRowsAndKnownLabels() {
        Model model = binary();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Evaluation.of(model, Tables.of(model.schema()::cellType, "x,y,t")))
                .withMessage("data.csv:1:1: there are no rows to evaluate");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Evaluation.of(model, Tables.of(model.schema()::cellType, "x,y,t", "1,2,maybe")))
                .withMessage(
                        "data.csv:2:3: label 'maybe' is not among those the model learnt: no, yes; correct it or leave the row out");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Evaluation.of(model, Tables.of(model.schema()::cellType, "x,t", "1,yes")))
                .withMessageStartingWith("data.csv:1:1: there is no column 'y'");
    }
}
