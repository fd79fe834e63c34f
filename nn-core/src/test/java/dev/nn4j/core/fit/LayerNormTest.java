// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerNormTest {
    /** One weight, learning t = 3x by full batches of plain descent: what the norms must be can be worked out. */
    private static final Experiment SLOPE = slope(4, 1);

    private static final Table ROWS = Tables.of(SLOPE::cellType, "x,t", "1,3", "2,6", "-1,-3");

    private static Experiment slope(int epochs, int batchSize) {
        return Experiment.builder()
                .target("t")
                .loss("mean-squared-error")
                .dense(1, "identity")
                .dropout(0)
                .dense(1, "identity")
                .optimizer("gradient-descent", 0.01)
                .training(options -> options.epochs(epochs).batchSize(batchSize))
                .build();
    }

    /** Collects what is told. */
    private static final class Norms implements TrainingListener {
        private final List<List<LayerNorm>> told = new ArrayList<>();
        private final boolean wanted;

        Norms(boolean wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean wantsNorms() {
            return wanted;
        }

        @Override
        public void normsMeasured(List<LayerNorm> norms) {
            told.add(norms);
        }
    }

    @Test
    void everyEpochTellsTheLayersThatHaveParameters() {
        Norms norms = new Norms(true);
        train(norms);
        assertThat(norms.told)
                .hasSize(4)
                .allSatisfy(
                        epoch -> assertThat(epoch).extracting(LayerNorm::layer).containsExactly(0, 2));
    }

    @Test
    void theParametersNormIsThatOfTheEpochsEnd() {
        Norms norms = new Norms(true);
        float[] parameters = train(norms).model().network().parameters();
        List<LayerNorm> last = norms.told.get(3);
        assertThat(last.get(0).parameters()).isCloseTo(Math.hypot(parameters[0], parameters[1]), within(1e-12));
        assertThat(last.get(1).parameters()).isCloseTo(Math.hypot(parameters[2], parameters[3]), within(1e-12));
    }

    /** Of plain descent each step moves the parameters by rate × gradient. */
    @Test
    void theGradientsNormIsThatOfTheStepsTaken() {
        Norms one = new Norms(true);
        Experiment single = slope(1, 3);
        float[] before =
                Network.initialized(new NetworkSpec(1, SLOPE.layers()), 0).parameters();
        float[] after = Training.of(single)
                .withExecution(new Execution(1, KernelChoice.SCALAR))
                .withListener(one)
                .run(ROWS)
                .model()
                .network()
                .parameters();
        double moved = Math.hypot(after[0] - before[0], after[1] - before[1]) / 0.01;
        assertThat(one.told.get(0).get(0).gradient()).isCloseTo(moved, within(1e-4 * moved));
    }

    @Test
    void whoDoesNotAskIsNotToldAndNothingElseDiffers() {
        Norms deaf = new Norms(false);
        float[] unwatched = train(deaf).model().network().parameters();
        assertThat(deaf.told).isEmpty();
        assertThat(train(new Norms(true)).model().network().parameters()).containsExactly(unwatched);
    }

    private static TrainingResult train(TrainingListener listener) {
        return Training.of(SLOPE)
                .withExecution(new Execution(1, KernelChoice.SCALAR))
                .withListener(listener)
                .run(ROWS);
    }
}
