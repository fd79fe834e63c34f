// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings of networks that have several outputs for each target. */
class DistributionTrainingTest {
    private static final int ROWS = 200;

    private static ExperimentBuilder described(String loss, int outputs) {
        return Experiment.builder()
                .target("y")
                .scaling(Scaling.STANDARD)
                .targetScaling(Scaling.STANDARD)
                .dense(6, "tanh")
                .dense(outputs, "identity")
                .loss(loss)
                .optimizer("adam", 0.02)
                .training(options -> options.epochs(12).batchSize(16).seed(5).validationFraction(0.25));
    }

    private static ExperimentBuilder described(String loss) {
        return described(loss, loss.equals("gaussian") ? 2 : 3);
    }

    /** The further x is from 0, the further y is from its middle. */
    private static Table table(Experiment experiment) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double x = row * 37 % ROWS / 50.0 - 2;
            double noise = row * 53 % ROWS / 100.0 - 1;
            lines.add(x + "," + (1000 + 100 * x + 60 * Math.abs(x) * noise) + "," + (row % 3 + 1));
        }
        return Tables.of(experiment::cellType, "x,y,w", lines.toArray(new String[0]));
    }

    private static Execution threads(int threads) {
        return new Execution(threads, KernelChoice.AUTO);
    }

    private static List<float[]> parameters(TrainingResult result) {
        return result.model().networks().stream().map(Network::parameters).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantiles", "gaussian"})
    void whatEpochsSayOfValidationRowsIsWhatTheModelIsFoundToDo(String loss) {
        Experiment experiment = described(loss)
                .weight("w")
                .training(options -> options.earlyStopping(EarlyStopping.builder()
                        .monitor(Monitor.VALIDATION_MAE)
                        .patience(20)
                        .restoreBest(false)
                        .build()))
                .build();
        TrainingResult result = Training.of(experiment).run(table(experiment));
        EpochRecord last = result.history().get(result.history().size() - 1);
        RegressionEvaluation found = (RegressionEvaluation) Evaluator.of(result.model())
                .withWeight("w")
                .evaluation(result.validation().orElseThrow());
        assertThat(found.loss()).isCloseTo(last.validationLoss().orElseThrow(), within(1e-6));
        assertThat(found.mae()).isLessThan(60);
        Answers answers = Answers.of(result.model(), table(experiment));
        assertThat(answers.output(0, 0)).isEqualTo((float) answers.predicted(0, 0));
    }

    @ParameterizedTest
    @CsvSource({"quantiles,1", "quantiles,3", "gaussian,2"})
    void anyNumberOfThreadsGivesTheSameBits(String loss, int count) {
        Experiment experiment = described(loss).build();
        Table table = table(experiment);
        assertThat(parameters(
                        Training.of(experiment).withExecution(threads(count)).run(table)))
                .usingRecursiveComparison()
                .isEqualTo(parameters(
                        Training.of(experiment).withExecution(threads(1)).run(table)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantiles", "gaussian"})
    void aTrainingThatWasStoppedGoesOnToTheSameBits(String loss) {
        Experiment experiment = described(loss).build();
        Table table = table(experiment);
        List<Checkpoint> kept = new ArrayList<>();
        TrainingResult whole =
                Training.of(experiment).withCheckpoints(5, kept::add).run(table);
        assertThat(parameters(Training.resume(kept.get(0)).run(table)))
                .usingRecursiveComparison()
                .isEqualTo(parameters(whole));
    }

    @ParameterizedTest
    @EnumSource
    void ensemblesOfEveryKindGiveIntervals(Ensemble.Kind kind) {
        for (String loss : List.of("quantiles", "gaussian")) {
            Experiment experiment = described(loss)
                    .ignore("w")
                    .ensemble(new Ensemble(kind, 3))
                    .optimizer("adam", 0.05)
                    .training(options -> options.epochs(60)
                            .conformal("auto")
                            .validationFraction(kind == Ensemble.Kind.FOLDS ? 0 : 0.25)
                            .earlyStopping(EarlyStopping.builder()
                                    .monitor(Monitor.VALIDATION_LOSS)
                                    .patience(20)
                                    .build()))
                    .build();
            Model model = Training.of(experiment).run(table(experiment)).model();
            double near = model.intervals(0.9).of(model.predict(0.1f)).width();
            double far = model.intervals(0.9).of(model.predict(1.9f)).width();
            assertThat(far).as(loss).isGreaterThan(1.3 * near);
        }
    }

    @Test
    void anOutputTooFewIsSaid() {
        Experiment experiment = described("quantiles", 2).build();
        Table table = table(experiment);
        assertThatThrownBy(() -> Training.of(experiment).run(table))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "network.layers[1].outputDim: must be 3, quantiles on [y] takes 3 outputs (q0.05, q0.5, q0.95)"
                                + " for each target, got 2");
    }

    @Test
    void scoresOfWhatIsNotPredictedAreRefused() {
        assertThatThrownBy(() -> described("gaussian")
                        .training(options -> options.conformal("quantiles"))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "training.conformal: quantiles scores what gaussian does not predict; use \"auto\", or the loss"
                                + " quantiles");
    }

    @Test
    void aModelOfOtherOutputsIsNoStart() {
        Experiment one = described("quantiles").build();
        Model initial = Training.of(one).run(table(one)).model();
        Experiment other = described("mean-squared-error", 3).build();
        Table table = table(other);
        assertThatThrownBy(() -> Training.of(other).withInitial(initial).run(table))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("loss: mean-squared-error takes other outputs of each target than quantiles");
    }
}
