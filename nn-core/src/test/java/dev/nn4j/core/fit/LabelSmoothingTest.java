// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A training with label smoothing is one on targets that were spread beforehand. */
class LabelSmoothingTest {
    private static final double SHARE = 0.1;
    private static final int ROWS = 60;
    private static final int INPUTS = 3;

    @Test
    void ofClassesAShareIsSpreadOverAll() {
        DataSet data = Rows.classes(ROWS, INPUTS, 4, 1);
        assertTrainsLike(data, spread(data, 4), "categorical-cross-entropy", "softmax");
    }

    @Test
    void aYesOrNoIsOneOfTwo() {
        DataSet data = Rows.binary(ROWS, INPUTS, 1);
        assertTrainsLike(data, spread(data, 2), "binary-cross-entropy", "sigmoid");
    }

    @Test
    void eachOfSeveralYesesAndNoesIsOneOfTwo() {
        DataSet data = Rows.classes(ROWS, INPUTS, 3, 1);
        assertTrainsLike(data, spread(data, 2), "binary-cross-entropy", "sigmoid");
    }

    @Test
    void weightsAndLayersThatCoupleRowsChangeNothing() {
        DataSet data = Rows.weighted(Rows.classes(ROWS, INPUTS, 3, 1));
        NetworkSpec spec = Architectures.inputs(INPUTS)
                .dense(5, "tanh")
                .batchNormalization()
                .dense(3, "softmax")
                .spec();
        assertTrainsLike(data, Rows.weighted(spread(data, 3)), "categorical-cross-entropy", spec);
    }

    private static void assertTrainsLike(DataSet plain, DataSet spread, String loss, String output) {
        NetworkSpec spec = Architectures.inputs(INPUTS)
                .dense(5, "tanh")
                .dense(plain.targetWidth(), output)
                .spec();
        assertTrainsLike(plain, spread, loss, spec);
    }

    private static void assertTrainsLike(DataSet plain, DataSet spread, String loss, NetworkSpec spec) {
        NetworkResult smoothed = training(loss, SHARE).run(start(spec), plain, Optional.of(plain));
        NetworkResult expected = training(loss, 0).run(start(spec), spread, Optional.of(plain));

        assertThat(smoothed.network().parameters())
                .isEqualTo(expected.network().parameters())
                .isNotEqualTo(training(loss, 0)
                        .run(start(spec), plain, Optional.of(plain))
                        .network()
                        .parameters());
        assertThat(smoothed.history())
                .extracting(EpochRecord::withoutTime)
                .as("training's loss is of spread targets, validation's of plain ones")
                .isEqualTo(expected.history().stream()
                        .map(EpochRecord::withoutTime)
                        .toList());
    }

    @Test
    void numbersHaveNoClassesToSpreadOver() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training("mean-squared-error", SHARE))
                .withMessage("training.labelSmoothing: must be 0 for mean-squared-error, which judges numbers and not"
                        + " classes, got 0.1; leave it out");
    }

    @Test
    void nothingOfATargetMustBeLeft() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TrainingOptions.builder().labelSmoothing(1).build())
                .withMessage("training.labelSmoothing: must be in [0, 1), got 1.0");
    }

    private static NetworkTraining training(String loss, double share) {
        ComponentRegistry registry = ComponentRegistry.standard();
        return NetworkTraining.of(
                        registry.loss(loss),
                        registry.optimizer("adam"),
                        0.02,
                        TrainingOptions.builder()
                                .epochs(3)
                                .batchSize(16)
                                .labelSmoothing(share)
                                .build())
                .withExecution(new Execution(2, KernelChoice.SCALAR));
    }

    private static Network start(NetworkSpec spec) {
        return Network.initialized(spec, 5);
    }

    private static DataSet spread(DataSet data, int classes) {
        float[] inputs = new float[data.rows() * data.inputWidth()];
        float[] targets = new float[data.rows() * data.targetWidth()];
        data.newReader().read(0, data.rows(), inputs, targets);
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) (1 - SHARE) * targets[i] + (float) (SHARE / classes);
        }
        return DataSet.of(inputs, data.inputWidth(), targets, data.targetWidth());
    }
}
