// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** After a training one factor on the logits is fitted on the validation rows, and stands in the last layer. */
class CalibratedTrainingTest {
    private static final String HEADER = "a,b,two,three,one,other,y,w";

    /** Targets that are spread over the classes make a network much less sure than it may be. */
    private static UnaryOperator<TrainingOptionsBuilder> unsure(boolean calibrate) {
        return options -> options.epochs(30)
                .batchSize(16)
                .validationFraction(0.4)
                .labelSmoothing(0.5)
                .calibrate(calibrate);
    }

    @Test
    void theLogLossOfTheValidationRowsFallsAndNothingElseChanges() {
        for (ExperimentBuilder described : List.of(
                binary(),
                described("three").loss("categorical-cross-entropy").dense(3, "softmax"),
                described("one", "other", "w").dense(6, "tanh").weight("w").dense(2, "sigmoid"))) {
            TrainingResult plain = run(described.training(unsure(false)).build());
            TrainingResult calibrated = run(described.training(unsure(true)).build());
            TemperatureScaling found = calibrated.temperature().orElseThrow();
            boolean weighs = described.build().data().weight().isPresent();

            assertThat(plain.temperature()).isEmpty();
            assertThat(untimed(calibrated)).isEqualTo(untimed(plain));
            assertThat(found.factor()).isBetween(1.2, 20.0);
            assertThat(found.rows()).isEqualTo(48);
            assertThat(logLoss(plain, weighs)).isCloseTo(found.before(), within(1e-6));
            assertThat(logLoss(calibrated, weighs))
                    .isCloseTo(found.after(), within(1e-6))
                    .isLessThan(found.before());
            requireScaledLastLayer(plain.model(), calibrated.model(), (float) found.factor());
            assertThat(calibrated.model().provenance().extra().get("calibrated"))
                    .matches("by \\d+\\.\\d{4} on 48 validation rows: log-loss 0\\.\\d{4} → 0\\.\\d{4}");
        }
    }

    private static void requireScaledLastLayer(Model plain, Model calibrated, float factor) {
        float[] expected = plain.network().parameters();
        int last = plain.network().spec().layers().size() - 1;
        plain.network().spec().ranges().stream()
                .filter(range -> range.layer() == last)
                .forEach(range -> {
                    for (int i = range.from(); i < range.to(); i++) {
                        expected[i] *= factor;
                    }
                });
        assertThat(calibrated.network().parameters()).isEqualTo(expected);
    }

    @Test
    void whatIsLeftIsWhatTheKeptEpochWasChosenBy() {
        TrainingResult outcome = run(binary().training(options -> unsure(true)
                        .apply(options)
                        .earlyStopping(EarlyStopping.builder()
                                .monitor(Monitor.VALIDATION_CALIBRATED_LOSS)
                                .build()))
                .build());
        EpochRecord kept = outcome.history().get(outcome.bestEpoch() - 1);
        assertThat(outcome.temperature().orElseThrow().after())
                .isCloseTo(kept.scores().get(Monitor.VALIDATION_CALIBRATED_LOSS), within(1e-6));
    }

    @Test
    void aNetworkThatIsAsSureAsItMayBeIsLeftAsItIs() {
        // The factor of the second training would be that of the first again, were there anything left to gain.
        Experiment once = binary().training(unsure(true)).build();
        Model model = run(once).model();
        Experiment again = binary().training(
                        options -> unsure(true).apply(options).epochs(1).frozen(1))
                .optimizer("sgd", 1e-12)
                .build();
        TrainingResult outcome = training(again).withInitial(model).run(table(again));

        TemperatureScaling found = outcome.temperature().orElseThrow();
        assertThat(found.isApplied()).isFalse();
        assertThat(found.factor()).isEqualTo(1);
        assertThat(found.after()).isEqualTo(found.before());
        assertThat(outcome.model().provenance().extra()).doesNotContainKey("calibrated");
    }

    @Test
    void fromAnyCheckpointTheResultIsTheSame() {
        Experiment experiment = binary().training(
                        options -> unsure(true).apply(options).epochs(6).averageWeights(0.5))
                .build();
        List<Checkpoint> kept = new ArrayList<>();
        TrainingResult whole =
                training(experiment).withCheckpoints(1, kept::add).run(table(experiment));

        assertThat(kept).hasSize(6);
        for (Checkpoint checkpoint : kept) {
            TrainingResult resumed = Training.resume(checkpoint)
                    .withExecution(new Execution(3, KernelChoice.SCALAR))
                    .run(table(experiment));
            assertThat(resumed.temperature()).isEqualTo(whole.temperature());
            assertThat(resumed.model().network().parameters())
                    .isEqualTo(whole.model().network().parameters());
        }
    }

    @Test
    void aTrainingThatIsStoppedIsNotCalibrated() {
        Experiment experiment = binary().training(unsure(true)).build();
        int[] epochs = {0};
        TrainingResult outcome = training(experiment)
                .withCheckpoints(1, checkpoint -> epochs[0]++)
                .withCancellation(() -> epochs[0] == 2)
                .run(table(experiment));

        assertThat(outcome.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(outcome.temperature()).isEmpty();
    }

    @Test
    void aNetworkTrainedAgainOnAllRowsHasTheFactorOfTheTrainingBefore() {
        UnaryOperator<TrainingOptionsBuilder> again =
                options -> unsure(true).apply(options).refit(true);
        TrainingResult calibrated = run(binary().training(again).build());
        TrainingResult plain =
                run(binary().training(options -> again.apply(options).calibrate(false))
                        .build());

        TemperatureScaling found = calibrated.temperature().orElseThrow();
        requireScaledLastLayer(plain.model(), calibrated.model(), (float) found.factor());
        requireScaledLastLayer(plain.validatedModel(), calibrated.validatedModel(), (float) found.factor());
        assertThat(calibrated.model().provenance().extra()).containsKeys("calibrated", "refit");
    }

    @Test
    void eachMemberOfAnEnsembleIsCalibratedOnItsOwnRows() {
        UnaryOperator<TrainingOptionsBuilder> unsplit =
                options -> unsure(true).apply(options).validationFraction(0);
        TrainingResult outcome = run(binary().training(unsplit)
                .ensemble(new Ensemble(Ensemble.Kind.FOLDS, 3))
                .build());

        assertThat(outcome.temperature()).isEmpty();
        assertThat(outcome.members())
                .extracting(member -> member.temperature().orElseThrow().rows())
                .containsExactly(40, 40, 40);
        assertThat(outcome.members())
                .allSatisfy(member ->
                        assertThat(member.temperature().orElseThrow().factor()).isGreaterThan(1.2));
        assertThat(outcome.model().provenance().extra().get("ensemble"))
                .matches(".*; calibrated by \\d+\\.\\d{4}, by \\d+\\.\\d{4}, by \\d+\\.\\d{4}");
    }

    @Test
    void whatCannotBeCalibratedIsRefused() {
        assertRefused(
                described("y").loss("mean-squared-error").dense(1, "identity").training(o -> o.validationFraction(0.4)),
                "training.calibrate: must be false for mean-squared-error, which judges numbers and not probabilities;"
                        + " leave it out");
        assertRefused(
                binary(),
                "training.calibrate: needs validation rows, and there are none; set training.validationFraction, give"
                        + " validation data, or leave it out");
        assertRefused(
                described("two").positive("yes").dense(1, "hard-sigmoid").training(o -> o.validationFraction(0.4)),
                "training.calibrate: multiplies what sigmoid makes probabilities of, and the last layer has"
                        + " hard-sigmoid; use sigmoid, or leave it out");
    }

    private static void assertRefused(ExperimentBuilder described, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> run(
                        described.training(options -> options.calibrate(true)).build()))
                .withMessage(message);
    }

    private static double logLoss(TrainingResult outcome, boolean weighs) {
        Evaluator evaluator = Evaluator.of(outcome.model());
        Evaluation evaluation = (weighs ? evaluator.withWeight("w") : evaluator)
                .evaluation(outcome.validation().orElseThrow());
        return evaluation instanceof MultiLabelEvaluation labels
                ? labels.logLoss()
                : ((ClassificationEvaluation) evaluation).logLoss();
    }

    private static List<EpochRecord> untimed(TrainingResult outcome) {
        return outcome.history().stream().map(EpochRecord::withoutTime).toList();
    }

    private static ExperimentBuilder binary() {
        return described("two").positive("yes").dense(6, "tanh").dense(1, "sigmoid");
    }

    private static ExperimentBuilder described(String... used) {
        Set<String> ignored = new TreeSet<>(Set.of("two", "three", "one", "other", "y", "w"));
        List.of(used).forEach(ignored::remove);
        return Experiment.builder()
                .target(List.of(used).stream().filter(name -> !name.equals("w")).toArray(String[]::new))
                .ignore(ignored.toArray(String[]::new))
                .loss("binary-cross-entropy")
                .optimizer("adam", 0.05);
    }

    private static Training training(Experiment experiment) {
        return Training.of(experiment).withExecution(new Execution(1, KernelChoice.SCALAR));
    }

    private static TrainingResult run(Experiment experiment) {
        return training(experiment).run(table(experiment));
    }

    private static Table table(Experiment experiment) {
        return Tables.of(experiment::cellType, HEADER, rows(120));
    }

    /** Of every tenth row the answer is another. */
    private static String[] rows(int count) {
        float[] numbers = Rows.numbers(count * 2, 7);
        return IntStream.range(0, count)
                .mapToObj(row -> {
                    float a = numbers[2 * row];
                    float b = numbers[2 * row + 1];
                    boolean odd = row % 10 == 3;
                    String three = a > 0.5 ? "x" : b > 0 ? "y" : "z";
                    return String.format(
                            Locale.ROOT,
                            "%.3f,%.3f,%s,%s,%d,%d,%.3f,%d",
                            a,
                            b,
                            a + b > 0.3 != odd ? "yes" : "no",
                            odd ? "y" : three,
                            a > 0 != odd ? 1 : 0,
                            a - b > 0 != odd ? 1 : 0,
                            5 + a - 0.5f * b * b,
                            1 + row % 3);
                })
                .toArray(String[]::new);
    }
}
