// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.validation.CrossValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From a table to a model. */
class TrainingTest {
    private static final Execution ONE_THREAD = new Execution(1, KernelChoice.SCALAR);

    /** The least float: no parameter moves that matters. */
    private static final double FROZEN = Float.MIN_VALUE;

    /** Labels "high" where x + y exceeds 10. */
    private static String sum(int row) {
        int x = row * 7 % 11;
        int y = row * 5 % 13;
        return x + "," + y + "," + (x + y > 10 ? "high" : "low");
    }

    private static ExperimentBuilder binary() {
        return Experiment.builder()
                .target("level")
                .scaling(Scaling.STANDARD)
                .dense(8, "tanh")
                .dense(1, "sigmoid")
                .optimizer("adam", 0.05);
    }

    private static Table table(Experiment experiment, String header, int rows, IntFunction<String> row) {
        return Tables.of(
                experiment::cellType,
                header,
                IntStream.range(0, rows).mapToObj(row).toArray(String[]::new));
    }

    private static Table sums(Experiment experiment, int rows) {
        return table(experiment, "x,y,level", rows, TrainingTest::sum);
    }

    private static TrainingResult train(ExperimentBuilder builder, int rows) {
        Experiment experiment = builder.build();
        return run(experiment, sums(experiment, rows));
    }

    private static TrainingResult run(Experiment experiment, Table table) {
        return Training.of(experiment).withExecution(ONE_THREAD).run(table);
    }

    private static UnaryOperator<TrainingOptionsBuilder> epochs(int epochs) {
        return options -> options.epochs(epochs);
    }

    @Test
    void learnsToTellTwoLabelsApart() {
        Experiment experiment = binary().training(epochs(60)).build();
        Table table = sums(experiment, 143);
        TrainingResult outcome = run(experiment, table);
        ClassificationEvaluation evaluation = (ClassificationEvaluation) Evaluation.of(outcome.model(), table);
        assertThat(evaluation.accuracy()).isGreaterThan(0.97);
        assertThat(outcome.model().predict(10, 12).label()).isEqualTo("high");
        assertThat(outcome.model().predict(Map.of("x", 1, "y", 2, "note", 3)).label())
                .isEqualTo("low");
        assertThat(outcome.stopReason()).isEqualTo(StopReason.COMPLETED);
        assertThat(outcome.bestEpoch()).isEqualTo(60);
        assertThat(outcome.training().rows()).isEqualTo(143);
        assertThat(outcome.validation()).isEmpty();
    }

    @Test
    void learnsNumbersInTheirOwnUnits() {
        Experiment experiment = Experiment.builder()
                .target("t")
                .loss("mean-squared-error")
                .scaling(Scaling.MIN_MAX)
                .targetScaling(Scaling.STANDARD)
                .dense(1, "identity")
                .optimizer("adam", 0.1)
                .training(epochs(200))
                .build();
        Table table = table(experiment, "x,t", 50, row -> row + "," + (1000 + 20 * row));
        TrainingResult outcome = run(experiment, table);
        assertThat(outcome.model().predict(30).number()).isCloseTo(1600, within(1.0));
        RegressionEvaluation evaluation = (RegressionEvaluation) Evaluation.of(outcome.model(), table);
        assertThat(evaluation.r2()).isGreaterThan(0.9999);
    }

    @Test
    void learnsSeveralYesOrNoTargets() {
        Experiment experiment = Experiment.builder()
                .target("big", "odd")
                .scaling(Scaling.STANDARD)
                .dense(2, "sigmoid")
                .optimizer("adam", 0.1)
                .training(epochs(100))
                .build();
        Table table = table(
                experiment, "x,p,big,odd", 40, row -> row + "," + row % 2 + "," + (row > 19 ? 1 : 0) + "," + row % 2);
        Model model = run(experiment, table).model();
        assertThat(model.predict(35, 1).positives()).containsExactly("big", "odd");
        assertThat(model.predict(35, 0).positives()).containsExactly("big");
        assertThat(model.predict(2, 0).positives()).isEmpty();
    }

    @Test
    void scalersAreFittedToTheTrainingRowsAlone() {
        Experiment experiment = binary().training(options -> options.epochs(1).validationFraction(0.5))
                .build();
        TrainingResult outcome = run(experiment, sums(experiment, 100));
        float[] x = outcome.training().numbers("x");
        double mean = IntStream.range(0, x.length)
                .mapToDouble(row -> x[row])
                .average()
                .orElseThrow();
        assertThat(outcome.model().inputScaler().shift()[0]).isEqualTo((float) mean);
    }

    @Test
    void validationRowsAreSetAsideInProportionToTheLabels() {
        Experiment experiment = binary().training(options -> options.epochs(1).validationFraction(0.2))
                .build();
        Table table = table(experiment, "x,y,level", 100, row -> row + ",1," + (row % 10 == 0 ? "rare" : "common"));
        TrainingResult outcome = run(experiment, table);
        assertThat(outcome.training().rows()).isEqualTo(80);
        Table validation = outcome.validation().orElseThrow();
        assertThat(validation.rows()).isEqualTo(20);
        assertThat(validation.texts("level")).filteredOn("rare"::equals).hasSize(2);
        assertThat(outcome.history().get(0).validationLoss()).isPresent();
    }

    @Test
    void givenValidationDataLeavesTheTrainingDataWhole() {
        Experiment experiment = binary().training(options -> options.epochs(1).validationFraction(0.2))
                .build();
        TrainingResult outcome = Training.of(experiment)
                .withExecution(ONE_THREAD)
                .withValidation(sums(experiment, 30))
                .run(sums(experiment, 100));
        assertThat(outcome.training().rows()).isEqualTo(100);
        assertThat(outcome.validation().orElseThrow().rows()).isEqualTo(30);
    }

    @Test
    void aDivisionThatLeavesNoRowForValidationIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> train(binary().training(options -> options.validationFraction(0.01)), 11))
                .withMessage("training.validationFraction: of 0.01 leaves no row for validation out of 11; change it or"
                        + " give validation data");
    }

    @Test
    void noRowsAreRefused() {
        Experiment experiment = binary().build();
        Table none = sums(experiment, 0);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(experiment, none))
                .withMessage("data.csv:1:1: there are no rows below the header");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Training.of(experiment).withValidation(none).run(sums(experiment, 10)))
                .withMessage("data.csv:1:1: there are no rows below the header");
    }

    @Test
    void anUnknownLabelInValidationDataIsRefused() {
        Experiment experiment = binary().training(epochs(1)).build();
        Table other = table(experiment, "x,y,level", 2, row -> "1,2,middle");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Training.of(experiment).withValidation(other).run(sums(experiment, 10)))
                .withMessage(
                        "data.csv:2:3: label 'middle' is not among those the model learnt: high, low; correct it or leave the row out");
    }

    @Test
    void shufflingDoesNotDisturbTheStart() {
        ExperimentBuilder frozen = binary().optimizer("gradient-descent", FROZEN);
        float[] shuffled =
                parameters(train(frozen.training(options -> options.epochs(1).shuffle(true)), 50));
        float[] ordered =
                parameters(train(frozen.training(options -> options.epochs(1).shuffle(false)), 50));
        assertThat(shuffled).isEqualTo(ordered);
        float[] otherSeed =
                parameters(train(frozen.training(options -> options.epochs(1).seed(1)), 50));
        assertThat(otherSeed).isNotEqualTo(ordered);
    }

    @Test
    void classWeightsAreRowWeights() {
        ClassWeights threefold = ClassWeights.given(Map.of("high", 3.0));
        float[] byClass =
                parameters(train(binary().training(options -> options.epochs(3).classWeights(threefold)), 40));

        Experiment weighted = binary().weight("w").training(epochs(3)).build();
        Table table = table(weighted, "x,y,level,w", 40, row -> sum(row) + (sum(row).endsWith("high") ? ",3" : ",1"));
        assertThat(parameters(run(weighted, table))).isEqualTo(byClass);
        assertThat(byClass).isNotEqualTo(parameters(train(binary().training(epochs(3)), 40)));
    }

    @Test
    void balancedWeightsAreThoseOfTheTrainingRows() {
        long high = IntStream.range(0, 40)
                .mapToObj(TrainingTest::sum)
                .filter(row -> row.endsWith("high"))
                .count();
        ClassWeights byHand = ClassWeights.given(Map.of("high", 40 / (2.0 * high), "low", 40 / (2.0 * (40 - high))));
        float[] balanced = parameters(
                train(binary().training(options -> options.epochs(3).classWeights(ClassWeights.balanced())), 40));
        assertThat(balanced)
                .isEqualTo(parameters(
                        train(binary().training(options -> options.epochs(3).classWeights(byHand)), 40)));
    }

    @Test
    void classWeightsDoNotCountInValidationButSampleWeightsDo() {
        UnaryOperator<TrainingOptionsBuilder> frozenHalf =
                options -> options.epochs(1).validationFraction(0.5);
        double plain = validationLoss(
                train(binary().optimizer("gradient-descent", FROZEN).training(frozenHalf), 40));
        double byClass = validationLoss(train(
                binary().optimizer("gradient-descent", FROZEN)
                        .training(frozenHalf)
                        .training(options -> options.classWeights(ClassWeights.given(Map.of("high", 5.0)))),
                40));
        assertThat(byClass).isEqualTo(plain);

        Experiment weighted = binary().optimizer("gradient-descent", FROZEN)
                .weight("w")
                .training(frozenHalf)
                .build();
        double bySample = validationLoss(run(
                weighted, table(weighted, "x,y,level,w", 40, row -> sum(row) + "," + (1 + row % 4))));
        assertThat(bySample).isNotEqualTo(plain);
    }

    @Test
    void classWeightsAreForLabels() {
        Experiment experiment = Experiment.builder()
                .target("t")
                .loss("huber")
                .dense(1, "identity")
                .training(options -> options.classWeights(ClassWeights.balanced()))
                .build();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> run(experiment, table(experiment, "x,t", 5, row -> row + "," + row)))
                .withMessage("training.classWeights: are for tasks with labels; this is a regression task; leave them"
                        + " out");
    }

    @Test
    void classWeightsThatLeaveNothingAreRefused() {
        ClassWeights nothing = ClassWeights.given(Map.of("high", 0.0, "low", 0.0));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> train(binary().training(options -> options.classWeights(nothing)), 10))
                .withMessageStartingWith("training.classWeights: leave every row with weight 0");
    }

    @Test
    void sampleWeightsAreChecked() {
        Experiment weighted = binary().weight("w").build();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(weighted, table(weighted, "x,y,level,w", 5, row -> sum(row) + ",-1")))
                .withMessage("data.csv:2:4: weight 'w' must be at least 0, got -1.0");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(weighted, table(weighted, "x,y,level,w", 5, row -> sum(row) + ",0")))
                .withMessage(
                        "data.csv:1:4: all weights in 'w' are 0, or too small for 32-bit numbers; multiply them, as only their"
                                + " ratios matter");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(weighted, table(weighted, "x,y,level,w", 5, row -> sum(row) + ",3e-40")))
                .withMessage(
                        "data.csv:1:4: the largest weight in 'w' is 3.0E-40, too small for 32-bit numbers; multiply"
                                + " all, as only their ratios matter");
    }

    @Test
    void goldenRowsReproduceFromTheirCells() {
        Experiment experiment = binary().training(epochs(2)).build();
        Table table = table(
                experiment,
                "x,y,level",
                7,
                row -> 0.1f * row + "," + 1e-7 / (row + 1) + "," + (row % 2 == 0 ? "a" : "b"));
        Model model = run(experiment, table).model();
        GoldenRows golden = model.golden();
        assertThat(golden.cells()).hasSize(10);
        assertThat(golden.outputs()).hasSize(5);
        for (int row = 0; row < 5; row++) {
            float x = NumberCell.parse(golden.cells().get(2 * row), "x", table.headerOf("x"));
            float y = NumberCell.parse(golden.cells().get(2 * row + 1), "y", table.headerOf("y"));
            assertThat(x).isEqualTo(table.numbers("x")[row]);
            assertThat(y).isEqualTo(table.numbers("y")[row]);
            assertThat(model.predict(x, y).outputs())
                    .containsExactly(golden.outputs().get(row));
        }
        // Java 17's Float.toString writes 2.0E-3 as 0.0020 and some numbers with a digit too many.
        assertThat(golden.cells()).startsWith("0", "1E-7", "0.1", "5E-8");
    }

    @Test
    void aModelMayBeTheStart() {
        Experiment experiment = binary().optimizer("gradient-descent", FROZEN)
                .training(epochs(1))
                .build();
        Table table = sums(experiment, 50);
        Model first = run(experiment, table).model();
        Experiment withoutNetwork = Experiment.builder()
                .target("level")
                .optimizer("gradient-descent", FROZEN)
                .training(options -> options.epochs(1).seed(99))
                .build();
        Model second = Training.of(withoutNetwork)
                .withInitial(first)
                .withExecution(ONE_THREAD)
                .run(sums(withoutNetwork, 20))
                .model();
        assertThat(second.network().parameters()).isEqualTo(first.network().parameters());
        assertThat(second.inputScaler()).isEqualTo(first.inputScaler());
        assertThat(second.schema()).isEqualTo(first.schema());
    }

    /** The model of another program, as its import leaves it. */
    private static Model nameless(Model model, String... labels) {
        Schema schema = model.schema();
        Schema invented = Schema.builder(schema.task())
                .features(Feature.numbers("x0", "x1"))
                .inventedNames(true)
                .targets(List.of("y"))
                .labels(List.of(labels))
                .build();
        return Model.builder(invented, model.network(), model.loss())
                .inputScaler(model.inputScaler())
                .targetScaler(model.targetScaler())
                .build();
    }

    private static Schema trainedOn(Model start, String header) {
        Experiment experiment = Experiment.builder()
                .target("level")
                .optimizer("gradient-descent", FROZEN)
                .training(epochs(1))
                .build();
        return Training.of(experiment)
                .withInitial(start)
                .withExecution(ONE_THREAD)
                .run(table(experiment, header, 20, TrainingTest::sum))
                .model()
                .schema();
    }

    @Test
    void aStartWithoutNamesTakesNamesAndLabelsFromTheData() {
        Model first = train(binary().training(epochs(1)), 20).model();

        assertThat(trainedOn(nameless(first, "0", "1"), "x,y,level"))
                .isEqualTo(Schema.builder(Task.BINARY)
                        .features(Feature.numbers("x", "y"))
                        .targets(List.of("level"))
                        .labels(List.of("high", "low"))
                        .positiveClass(1)
                        .build());
    }

    @Test
    void labelsThatAStartKnowsKeepTheirOutputs() {
        Model first = train(binary().training(epochs(1)), 20).model();

        assertThat(trainedOn(nameless(first, "low", "high"), "x,y,level").labels())
                .containsExactly("low", "high");
    }

    @Test
    void aStartWithoutNamesStillNeedsDataOfItsWidth() {
        Model first = train(binary().training(epochs(1)), 20).model();
        Experiment experiment = Experiment.builder().target("level").ignore("y").build();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Training.of(experiment)
                        .withInitial(nameless(first, "0", "1"))
                        .run(sums(experiment, 20)))
                .withMessageContaining("the model to start from has 2 inputs, the data gives 1 inputs");
    }

    @Test
    void cancellingGivesAModelOfTheLastCompleteEpoch() {
        Experiment experiment = binary().build();
        TrainingResult outcome = Training.of(experiment)
                .withExecution(ONE_THREAD)
                .withCancellation(() -> true)
                .run(sums(experiment, 50));
        assertThat(outcome.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(outcome.history()).isEmpty();
        assertThat(outcome.model().golden().outputs()).hasSize(5);
    }

    @Test
    void aListenerIsToldOfEveryEpoch() {
        Experiment experiment = binary().training(epochs(3)).build();
        List<Integer> epochs = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                epochs.add(epoch.epoch());
            }
        };
        Training.of(experiment).withListener(listener).run(sums(experiment, 20));
        assertThat(epochs).containsExactly(1, 2, 3);
    }

    @Test
    void neitherLocaleNorThreadsShow() {
        float[] here = parameters(train(binary().training(epochs(3)), 100));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Experiment experiment = binary().training(epochs(3)).build();
            TrainingResult outcome = Training.of(experiment)
                    .withExecution(new Execution(3, KernelChoice.SCALAR))
                    .run(sums(experiment, 100));
            assertThat(parameters(outcome)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void crossValidationEvaluatesEveryRowOnce() {
        Experiment experiment = binary().training(epochs(5)).build();
        List<Evaluation> evaluations = new CrossValidation(experiment, ONE_THREAD).run(sums(experiment, 53), 5);
        assertThat(evaluations).extracting(Evaluation::rows).containsExactlyInAnyOrder(11L, 11L, 11L, 10L, 10L);
        assertThat(evaluations).allSatisfy(each -> assertThat(each.loss()).isPositive());
    }

    @Test
    void crossValidationTakesNumbersToo() {
        Experiment experiment = Experiment.builder()
                .target("t")
                .loss("huber")
                .dense(1, "identity")
                .training(epochs(1))
                .build();
        assertThat(new CrossValidation(experiment, ONE_THREAD)
                        .run(table(experiment, "x,t", 7, row -> row + "," + row), 7))
                .hasSize(7);
    }

    @Test
    void everyComponentComesFromTheRegistryGiven() {
        ComponentRegistry registry = ComponentRegistry.standard();
        assertThat(Experiment.builder(registry)
                        .target("t")
                        .dense(1, "SIGMOID")
                        .build()
                        .layers())
                .hasSize(1);
    }

    private static float[] parameters(TrainingResult outcome) {
        return outcome.model().network().parameters();
    }

    private static double validationLoss(TrainingResult outcome) {
        return outcome.history().get(0).validationLoss().orElseThrow();
    }
}
