// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that is NaN or infinite is an error that names its row: not a label, nor a loss that is not better. */
class FiniteRowsTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void anInputOfValidationDataIsRefusedBeforeTraining(float wrong) {
        NetworkSpec spec =
                Architectures.inputs(3).dense(4, "tanh").dense(1, "identity").spec();
        float[] inputs = Rows.numbers(3 * 3000, 1);
        inputs[3 * 2500 + 2] = wrong;
        DataSet validation = DataSet.of(inputs, 3, new float[3000], 1);
        TrainingOptions options = TrainingOptions.builder()
                .epochs(20)
                .earlyStopping(EarlyStopping.defaults())
                .build();
        NetworkTraining training =
                NetworkTraining.of(REGISTRY.loss("mean-squared-error"), REGISTRY.optimizer("adam"), 0.01, options);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.run(
                        Network.initialized(spec, 1), Rows.regression(40, 3, 1, 1), Optional.of(validation)))
                .withMessage("network training: validation data, row 2500 (the first is 0): input 2 is " + wrong
                        + ", and must be finite");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aRowToPredictIsNamedWithItsFeature(float wrong) {
        Model model = model();
        float[] rows = new float[2 * 1000];
        rows[2 * 700 + 1] = wrong;
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> model.predict(rows, 1000, new float[1000], model.newScratch()))
                .withMessageStartingWith(
                        "row 700 (the first is 0): 'b' is " + wrong + " as the network reads it, and must be finite; ");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> model.predict(wrong, 1))
                .withMessageStartingWith("row 0 (the first is 0): 'a' is " + wrong);
        assertThat(model.predict(1, 2).outputs()[0]).isFinite();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 31})
    void everyInputOfABareNetworkIsLookedAt(int width) {
        Network network =
                Network.initialized(Architectures.inputs(width).dense(1, "tanh").spec(), 1);
        for (int i = 0; i < width; i++) {
            float[] row = new float[width];
            row[i] = Float.POSITIVE_INFINITY;
            String expected = "row 0 (the first is 0): input " + i + " is Infinity, and must be finite";
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> network.predict(row, 1, new float[1], network.newScratch()))
                    .withMessage(expected);
        }
    }

    /** Finite itself, and infinite once it is divided by the deviation of the training rows. */
    @Test
    void aCellThatScalingTakesOutOfRangeIsNamedByItsLine() {
        Experiment experiment = experiment();
        Table far = Tables.of(experiment::cellType, "a,b,y", "0.5,1,no", "0.25,3e38,yes", "0.75,1,no");
        String message = "data.csv:3:2: 'b' is Infinity as the network reads it, and must be finite; give one nearer to"
                + " those of the training rows, or divide the column by a constant and train again";
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> training(experiment).withValidation(far).run(table(experiment)))
                .withMessage(message);
        Model model = model();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Evaluation.of(model, far))
                .withMessage(message);
    }

    private static Model model() {
        Experiment experiment = experiment();
        return training(experiment).run(table(experiment)).model();
    }

    private static Training training(Experiment experiment) {
        return Training.of(experiment).withExecution(new Execution(1, KernelChoice.SCALAR));
    }

    private static Experiment experiment() {
        return Experiment.builder()
                .target("y")
                .scaling(Scaling.STANDARD)
                .dense(4, "tanh")
                .dense(1, "sigmoid")
                .loss("binary-cross-entropy")
                .optimizer("adam", 0.01)
                .training(options -> options.epochs(1))
                .build();
    }

    private static Table table(Experiment experiment) {
        return Tables.of(
                experiment::cellType,
                "a,b,y",
                IntStream.range(0, 40)
                        .mapToObj(row -> row % 7 + "," + (row % 5) * 1e-6 + "," + (row % 2 == 0 ? "no" : "yes"))
                        .toArray(String[]::new));
    }
}
