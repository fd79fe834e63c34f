// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.schema.Task;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {
    private static ExperimentBuilder experiment(String loss, String... targets) {
        return Experiment.builder().target(targets).loss(loss);
    }

    @Test
    void whereNothingIsSaidTheDefaultsHold() {
        Experiment experiment =
                Experiment.builder().target("t").dense(1, "sigmoid").build();
        assertThat(experiment.loss().name()).isEqualTo("binary-cross-entropy");
        assertThat(experiment.optimizer().name()).isEqualTo("adam");
        assertThat(experiment.learningRate()).isEqualTo(0.001);
        assertThat(experiment.scaling()).isEqualTo(Scaling.NONE);
        assertThat(experiment.targetScaling()).isEqualTo(Scaling.NONE);
        assertThat(experiment.options()).isEqualTo(TrainingOptions.defaults());
        assertThat(experiment.options().epochs()).isEqualTo(100);
        assertThat(experiment.options().batchSize()).isEqualTo(32);
        assertThat(experiment.options().shuffle()).isTrue();
        assertThat(experiment.options().seed()).isZero();
    }

    /** Whatever the task: such an experiment would fail in the middle of a training, in the words of something else. */
    @ParameterizedTest
    @ValueSource(strings = {"binary-cross-entropy", "mean-squared-error"})
    void aColumnHasOneRole(String loss) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        experiment(loss, "a", "b", "a").dense(3, "sigmoid").build())
                .withMessageContaining("data.target: names 'a' 2 times; name each target once");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        experiment(loss, "a").ignore("a").dense(1, "sigmoid").build())
                .withMessageContaining("data.target: 'a' is also ignored; a column has one role");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        experiment(loss, "a").weight("a").dense(1, "sigmoid").build())
                .withMessageContaining("data.target: 'a' is also the weight; a column has one role");
    }

    @Test
    void aDenseLayerStartsAsItsActivationSuggests() {
        Experiment experiment = Experiment.builder()
                .target("t")
                .dense(3, "relu")
                .dense(3, "selu")
                .dense(1, "sigmoid")
                .build();
        assertThat(experiment.layers())
                .extracting(layer -> ((DenseSpec) layer).initializer().name())
                .containsExactly("he-normal", "lecun-normal", "xavier-uniform");
    }

    @Test
    void theLossDecidesTheTask() {
        assertThat(experiment("binary-cross-entropy", "t").build().task()).isEqualTo(Task.BINARY);
        assertThat(experiment("binary-cross-entropy", "t", "u").build().task()).isEqualTo(Task.MULTILABEL);
        assertThat(experiment("categorical-cross-entropy", "t").build().task()).isEqualTo(Task.MULTICLASS);
        assertThat(experiment("huber", "t", "u").build().task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void aHeaderMustHoldEveryColumnThatIsNamed() {
        Experiment experiment = experiment("huber", "price", "stock")
                .ignore("id")
                .weight("weight")
                .dense(2, "identity")
                .build();
        experiment.requireColumns("data.csv", List.of("price", "stock", "id", "weight", "x"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> experiment.requireColumns("data.csv", List.of("price", "stocks", "id", "weight")))
                .withMessage("data.csv:1:1: there is no column 'stock'; did you mean 'stocks'?");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> experiment.requireColumns("data.csv", List.of("price", "stock", "id")))
                .withMessage("data.csv:1:1: there is no column 'weight'; there is price, stock, id");
    }

    @Test
    void columnsAreReadAsWhatTheyAreFor() {
        Experiment binary =
                experiment("binary-cross-entropy", "t").ignore("id").weight("w").build();
        assertThat(binary.cellType("t")).isEqualTo(CellType.TEXT);
        assertThat(binary.cellType("id")).isEqualTo(CellType.SKIPPED);
        assertThat(binary.cellType("w")).isEqualTo(CellType.NUMBER);
        assertThat(binary.cellType("x")).isEqualTo(CellType.NUMBER);
        assertThat(experiment("binary-cross-entropy", "t", "u").build().cellType("u"))
                .isEqualTo(CellType.NUMBER);
    }

    @Test
    void atLeastOneTargetIsNeeded() {
        assertRefused("data.target: must name at least one column", Experiment.builder());
    }

    @Test
    void severalColumnsOfLabelsAreRefused() {
        assertRefused(
                "data.target: categorical-cross-entropy takes one column of labels, got [t, u]; for several yes-or-no"
                        + " columns use binary-cross-entropy",
                experiment("categorical-cross-entropy", "t", "u"));
    }

    @Test
    void onlyRegressionScalesTargets() {
        assertRefused(
                "preprocessing.targetScaling: is for regression only; binary-cross-entropy makes this a binary task;"
                        + " use \"none\"",
                experiment("binary-cross-entropy", "t").targetScaling(Scaling.STANDARD));
        assertThat(experiment("huber", "t")
                        .targetScaling(Scaling.STANDARD)
                        .build()
                        .targetScaling())
                .isEqualTo(Scaling.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void theLearningRateMustBeAboveZero(double rate) {
        assertRefused(
                "optimizer.learningRate: must be greater than 0, got " + rate,
                experiment("huber", "t").optimizer("adam", rate));
    }

    @ParameterizedTest
    @CsvSource({"1e-46, 0.0", "1e-60, 0.0", "4e38, Infinity"})
    void theLearningRateMustBeOneAsAFloatToo(double rate, String rounded) {
        assertRefused(
                "optimizer.learningRate: must be greater than 0, got " + rate + ", which is " + rounded
                        + " as the float that is computed with",
                experiment("huber", "t").optimizer("adam", rate));
    }

    @Test
    void aScheduleMustNotRaiseTheRateToItsMinimum() {
        for (Schedule schedule : List.of(new Schedules.Cosine(0.2), new Schedules.Plateau("loss", 0.5, 1, 0, 0.2))) {
            assertRefused(
                    "training.schedule.minimum: must be at most the learning rate, which is 0.1, got 0.2; the schedule"
                            + " would raise it",
                    experiment("huber", "t").optimizer("adam", 0.1).training(options -> options.schedule(schedule)));
            assertThat(experiment("huber", "t")
                            .optimizer("adam", 0.2)
                            .training(options -> options.schedule(schedule))
                            .build()
                            .learningRate())
                    .isEqualTo(0.2);
        }
    }

    @Test
    void optionsThatAreAnotherThingAsAFloatAreRefused() {
        String tail = " as the float that is computed with";
        assertOption("training.l1: must be at least 0, got 1.0E-46, which is 0.0" + tail, o -> o.l1(1e-46));
        assertOption("training.l2: must be at least 0, got 1.0E39, which is Infinity" + tail, o -> o.l2(1e39));
        assertOption("training.clipNorm: must be at least 0, got 1.0E-60, which is 0.0" + tail, o -> o.clipNorm(1e-60));
        assertOption(
                "training.clipValue: must be at least 0, got 1.0E-50, which is 0.0" + tail, o -> o.clipValue(1e-50));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ClassWeights.given(Map.of("a", 1e-50)))
                .withMessage("training.classWeights.a: must be finite and at least 0, got 1.0E-50, which is 0" + tail
                        + "; choose weights near 1");
    }

    @Test
    void optionsOutOfRangeAreRefusedByTheirPath() {
        assertOption("training.epochs: must be a whole number at least 1, got 0", options -> options.epochs(0));
        assertOption(
                "training.batchSize: must be a whole number at least 1, \"full\" or \"auto\", got -2",
                options -> options.batchSize(-2));
        assertOption(
                "training.validationFraction: must be in [0, 1), got 1.0", options -> options.validationFraction(1));
        assertOption("training.l1: must be at least 0, got -1.0", options -> options.l1(-1));
        assertOption("training.l2: must be at least 0, got NaN", options -> options.l2(Double.NaN));
        assertOption("training.clipNorm: must be at least 0, got Infinity", options -> options.clipNorm(1 / 0.0));
        assertOption("training.clipValue: must be at least 0, got -0.5", options -> options.clipValue(-0.5));
        assertOption("training.biasRate: must be at least 0, got -0.1", options -> options.biasRate(-0.1));
        assertOption("training.frozen: must be a whole number at least 0, got -1", options -> options.frozen(-1));
    }

    private static void assertOption(String message, UnaryOperator<TrainingOptionsBuilder> change) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Experiment.builder().training(change))
                .withMessage(message);
    }

    private static void assertRefused(String message, ExperimentBuilder experiment) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(experiment::build)
                .withMessage(message)
                .satisfies(refused -> assertThat(message).startsWith(refused.path() + ": "));
    }
}
