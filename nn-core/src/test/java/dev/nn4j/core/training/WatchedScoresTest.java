// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.TargetKind;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a training watches of its validation rows is what an evaluation of its model says of them. */
class WatchedScoresTest {
    private static final double EQUAL = 1e-12;
    private static final String HEADER = "a,b,two,three,one,other,y,w";

    private static List<Monitor> ofClasses() {
        return measuring(Task.BINARY);
    }

    private static List<Monitor> ofNumbers() {
        return measuring(Task.REGRESSION);
    }

    private static List<Monitor> measuring(Task task) {
        return Arrays.stream(Monitor.values())
                .filter(monitor ->
                        monitor.metric().isPresent() && monitor.metric().get().measures(task))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofClasses")
    void ofTwoClassesOfSeveralAndOfSeveralTargets(Monitor monitor) {
        for (boolean weighted : List.of(false, true)) {
            requireAsEvaluated(monitor, binary(weighted));
            requireAsEvaluated(
                    monitor,
                    described(weighted, "three")
                            .loss("categorical-cross-entropy")
                            .dense(3, "softmax"));
            requireAsEvaluated(monitor, described(weighted, "one", "other").dense(2, "sigmoid"));
        }
    }

    @Test
    void ofProbabilitiesAfterTemperatureScaling() {
        for (ExperimentBuilder described : List.of(
                binary(true),
                described(false, "three").loss("categorical-cross-entropy").dense(3, "softmax"),
                described(true, "one", "other").dense(2, "sigmoid"))) {
            EpochRecord plain =
                    train(Monitor.VALIDATION_LOG_LOSS, described).history().get(1);
            EpochRecord calibrated = train(Monitor.VALIDATION_CALIBRATED_LOSS, described)
                    .history()
                    .get(1);
            assertThat(calibrated.validationLoss()).isEqualTo(plain.validationLoss());
            assertThat(calibrated.scores().get(Monitor.VALIDATION_CALIBRATED_LOSS))
                    .isBetween(0.01, plain.scores().get(Monitor.VALIDATION_LOG_LOSS));
        }
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void ofOneNumberAndOfSeveral(Monitor monitor) {
        for (boolean weighted : List.of(false, true)) {
            requireAsEvaluated(
                    monitor, described(weighted, "y").loss("mean-squared-error").dense(1, "identity"));
        }
        requireAsEvaluated(
                monitor, described(false, "y", "w").loss("mean-squared-error").dense(2, "identity"));
    }

    @Test
    void numbersAreJudgedAsTheyAreScaled() {
        TrainingResult outcome = train(
                Monitor.VALIDATION_RMSE,
                described(false, "y")
                        .loss("mean-squared-error")
                        .targetScaling(Scaling.STANDARD)
                        .dense(1, "identity"));
        assertThat(outcome.history().get(1).scores().get(Monitor.VALIDATION_RMSE))
                .isCloseTo(Math.sqrt(outcome.history().get(1).validationLoss().orElseThrow()), within(EQUAL));
    }

    private static void requireAsEvaluated(Monitor monitor, ExperimentBuilder described) {
        TrainingResult outcome = train(monitor, described);
        Evaluator evaluator = Evaluator.of(outcome.model());
        boolean weighs = described.build().data().weight().isPresent();
        Evaluation evaluation = (weighs ? evaluator.withWeight("w") : evaluator)
                .evaluation(outcome.validation().orElseThrow());

        assertThat(outcome.history()).hasSize(2);
        assertThat(outcome.history().get(1).scores().keySet()).containsExactly(monitor);
        assertThat(outcome.history().get(1).scores().get(monitor))
                .as("%s of %s", monitor.word(), described.build().task())
                .isCloseTo(evaluation.figure(monitor.metric().orElseThrow()).orElseThrow(), within(EQUAL));
    }

    @ParameterizedTest
    @EnumSource(Monitor.class)
    void nothingIsComputedThatNothingWatches(Monitor monitor) {
        TrainingResult outcome = train(Monitor.VALIDATION_LOSS, binary(false));
        assertThat(outcome.history().get(1).scores()).doesNotContainKey(monitor);
    }

    @ParameterizedTest
    @EnumSource(Monitor.class)
    void theEpochIsKeptInWhichItIsBest(Monitor monitor) {
        ExperimentBuilder described = monitor.judges(TargetKind.BINARY)
                ? binary(true)
                : described(true, "y").loss("mean-squared-error").dense(1, "identity");
        TrainingResult outcome = run(
                described
                        .training(options -> options.epochs(8)
                                .batchSize(4)
                                .validationFraction(0.4)
                                .earlyStopping(
                                        EarlyStopping.builder().monitor(monitor).build()))
                        .build(),
                rows(60));
        List<Double> values =
                outcome.history().stream().map(epoch -> watched(monitor, epoch)).toList();
        double best = monitor.lessIsBetter() ? Collections.min(values) : Collections.max(values);
        assertThat(outcome.bestEpoch()).as("of %s", values).isEqualTo(values.indexOf(best) + 1);
    }

    private static double watched(Monitor monitor, EpochRecord epoch) {
        return switch (monitor) {
            case LOSS -> epoch.loss();
            case ACCURACY -> epoch.accuracy().orElseThrow();
            case VALIDATION_LOSS -> epoch.validationLoss().orElseThrow();
            case VALIDATION_ACCURACY -> epoch.validationAccuracy().orElseThrow();
            default -> epoch.scores().get(monitor);
        };
    }

    @Test
    void aPlateauScheduleWatchesThemToo() {
        Experiment experiment = binary(false)
                .training(options ->
                        options.validationFraction(0.4).schedule(new Schedules.Plateau("val_auc", 0.5, 0, 0.5, 0)))
                .build();
        TrainingResult outcome = run(experiment, rows(60));
        assertThat(outcome.history().get(1).scores()).containsKey(Monitor.VALIDATION_AUC);
        assertThat(outcome.history().get(1).learningRate())
                .isLessThanOrEqualTo(outcome.history().get(0).learningRate());
    }

    @Test
    void ofRowsThatAreAllOfOneClassThereIsNoRanking() {
        Experiment experiment = watching(Monitor.VALIDATION_AUC, binary(false));
        Table training = Tables.of(experiment::cellType, HEADER, rows(60));
        Table validation = Tables.of(experiment::cellType, HEADER, "1,1,yes,x,0,1,3,1", "2,1,yes,x,0,1,3,1");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Training.of(experiment)
                        .withValidation(validation)
                        .withExecution(new Execution(1, KernelChoice.SCALAR))
                        .run(training))
                .withMessage("training: something watches val_auc, but the validation rows are all of one class; give"
                        + " others, or watch \"val_loss\"");
    }

    @Test
    void whatTheLossHasNoneOfIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> train(Monitor.VALIDATION_RMSE, binary(false)))
                .withMessage(
                        "training.earlyStopping.monitor: watches val_rmse, which binary-cross-entropy does not have;"
                                + " watch \"loss\" or \"val_loss\"");
    }

    private static ExperimentBuilder binary(boolean weighted) {
        return described(weighted, "two").positive("yes").dense(1, "sigmoid");
    }

    /** Of the features a and b. */
    private static ExperimentBuilder described(boolean weighted, String... targets) {
        Set<String> ignored = new TreeSet<>(Set.of("two", "three", "one", "other", "y", "w"));
        List.of(targets).forEach(ignored::remove);
        if (weighted) {
            ignored.remove("w");
        }
        ExperimentBuilder described = Experiment.builder()
                .target(targets)
                .ignore(ignored.toArray(String[]::new))
                .loss("binary-cross-entropy")
                .optimizer("adam", 0.05);
        return weighted ? described.weight("w") : described;
    }

    private static TrainingResult train(Monitor monitor, ExperimentBuilder described) {
        return run(watching(monitor, described), rows(60));
    }

    private static Experiment watching(Monitor monitor, ExperimentBuilder described) {
        return described
                .training(options -> options.epochs(2)
                        .batchSize(16)
                        .validationFraction(0.4)
                        .earlyStopping(EarlyStopping.builder()
                                .monitor(monitor)
                                .restoreBest(false)
                                .build()))
                .build();
    }

    private static TrainingResult run(Experiment experiment, String... rows) {
        return Training.of(experiment)
                .withExecution(new Execution(1, KernelChoice.SCALAR))
                .run(Tables.of(experiment::cellType, HEADER, rows));
    }

    private static String[] rows(int count) {
        float[] numbers = Rows.numbers(count * 2, 7);
        return IntStream.range(0, count)
                .mapToObj(row -> {
                    float a = numbers[2 * row];
                    float b = numbers[2 * row + 1];
                    String three = a > 0.5 ? "x" : b > 0 ? "y" : "z";
                    return String.format(
                            Locale.ROOT,
                            "%.3f,%.3f,%s,%s,%d,%d,%.3f,%d",
                            a,
                            b,
                            a + b > 0.3 ? "yes" : "no",
                            three,
                            a > 0 ? 1 : 0,
                            a - b > 0 ? 1 : 0,
                            5 + a - 0.5f * b * b,
                            1 + row % 3);
                })
                .toArray(String[]::new);
    }
}
