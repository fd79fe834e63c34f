// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What members of a pack draw, and what may be drawn. */
class DrawTest {
    private static ExperimentBuilder described() {
        return Experiment.builder()
                .target("t")
                .layer(new NumericEmbeddingSpec())
                .dense(6, "tanh")
                .dropout(0.1)
                .dense(8, "tanh")
                .dropout(0.3)
                .dense(1, "sigmoid")
                .optimizer("adamw", 0.02)
                .training(options -> options.validationFraction(0.2).seed(7));
    }

    private static Experiment pack(int members, Draw... draws) {
        return described().ensemble(Ensemble.ofPack(members, List.of(draws))).build();
    }

    @Test
    void theFirstMemberIsTheExperimentItself() {
        Experiment pack = described().ensemble(Ensemble.ofPack(5)).build();
        assertThat(pack.drawn(1)).isEmpty();
        assertThat(pack.ofMember(1)).isEqualTo(described().build());
        assertThat(pack.ofMember(2)).isNotEqualTo(described().build());
    }

    @Test
    void drawsFollowFromSeedAndNumberAlone() {
        Draw rate = Draw.logBetween("optimizer.learningRate", 0.001, 0.1);
        Draw width = Draw.among("network.layers[*].outputDim", List.of(4, 5, 6));
        for (int member = 2; member <= 5; member++) {
            assertThat(pack(5, rate, width).drawn(member))
                    .isEqualTo(pack(9, width, rate).drawn(member));
        }
        assertThat(pack(5, rate)
                        .withOptions(TrainingOptions.builder().seed(8).build())
                        .drawn(2))
                .isNotEqualTo(pack(5, rate).drawn(2));
        assertThat(pack(3, rate).drawn(2)).as("for ever").containsEntry("optimizer.learningRate", 0.00438);
    }

    @Test
    void whatIsDrawnLiesInItsRangeAndIsShort() {
        Experiment pack = pack(
                200,
                Draw.logBetween("optimizer.learningRate", 0.001, 0.1),
                Draw.between("network.layers[0].bins", 2, 5),
                Draw.between("network.layers[*].rate", 0, 0.5));
        int below = 0;
        boolean[] seen = new boolean[6];
        for (int member = 2; member <= 200; member++) {
            Experiment own = pack.ofMember(member);
            assertThat(own.learningRate()).isBetween(0.001, 0.1);
            assertThat(Double.toString(own.learningRate()).replaceAll("[0.E-]", ""))
                    .hasSizeLessThanOrEqualTo(3);
            below += own.learningRate() < 0.01 ? 1 : 0;
            seen[((NumericEmbeddingSpec) own.layers().get(0)).bins()] = true;
            assertThat(own.layers().get(2)).isEqualTo(own.layers().get(4));
        }
        assertThat(below).as("half of them, by their logarithms").isBetween(80, 120);
        assertThat(seen).containsExactly(false, false, true, true, true, true);
    }

    @Test
    void widthsAreThoseOfAllDenseLayersButTheLast() {
        Experiment changed = described().build().with(Map.of("network.layers[*].outputDim", 9));
        assertThat(changed.layers().stream()
                        .map(layer -> layer.outputs(1))
                        .toList()
                        .get(5))
                .isEqualTo(1);
        assertThat(((DenseSpec) changed.layers().get(1)).outputs()).isEqualTo(9);
        assertThat(((DenseSpec) changed.layers().get(3)).outputs()).isEqualTo(9);
    }

    @Test
    void usualDrawsAreAboutWhatTheExperimentHas() {
        Ensemble pack =
                described().ensemble(Ensemble.ofPack(4)).build().ensemble().orElseThrow();
        assertThat(pack.draws().orElseThrow())
                .containsExactlyInAnyOrder(
                        Draw.logBetween("optimizer.learningRate", 0.01, 0.04),
                        Draw.logBetween("optimizer.weightDecay", 0.0025, 0.04),
                        Draw.between("network.layers[*].rate", 0, 0.2),
                        Draw.among("network.layers[*].bins", List.of(16L, 32L, 64L)),
                        Draw.among("network.layers[*].size", List.of(4L, 8L)));
        Experiment plain = Experiment.builder()
                .target("t")
                .dense(1, "sigmoid")
                .ensemble(Ensemble.ofPack(4))
                .build();
        assertThat(plain.ensemble().orElseThrow().draws().orElseThrow())
                .extracting(Draw::path)
                .containsExactly("optimizer.learningRate");
    }

    @Test
    void whatCannotBeDrawnIsNamedWithTheRemedy() {
        assertRefused(
                "ensemble.draw.optimizer.learningrate: is no value that can be drawn; did you mean"
                        + " 'optimizer.learningRate'?",
                Draw.between("optimizer.learningrate", 0, 1));
        assertRefused(
                "ensemble.draw.training.seed: is no value that can be drawn", Draw.between("training.seed", 0, 1));
        assertRefused(
                "ensemble.draw.network.layers[5].outputDim: is no value",
                Draw.among("network.layers[5].outputDim", List.of(3)));
        assertRefused(
                "ensemble.draw.optimizer.learningRate: must be greater than 0, got 0",
                Draw.between("optimizer.learningRate", 0, 1));
        assertRefused(
                "ensemble.draw.network.layers[*].rate: must be in [0, 1), got 1.5",
                Draw.between("network.layers[*].rate", 0.5, 1.5));
        assertRefused(
                "ensemble.draw.network.layers[0].bins: must be a whole number in [2, 1024], got many",
                Draw.among("network.layers[0].bins", List.of(4, "many")));
        assertRefused(
                "ensemble.draw.training.labelSmoothing: must be in [0, 1), got 2",
                Draw.among("training.labelSmoothing", List.of(0.5, 2)));
        assertThatThrownBy(() -> Draw.between("training.l2", 2, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "ensemble.draw.training.l2: min must be less than max, got 2.0 and 1.0; for one value for all"
                                + " members write it at training.l2");
        assertThatThrownBy(() -> Draw.logBetween("training.l2", 0, 1))
                .hasMessageContaining("min must be greater than 0 where log is true, got 0");
        assertThatThrownBy(() -> Draw.among("training.l2", List.of())).hasMessageContaining("holds no value");
        assertThatThrownBy(() -> pack(3, Draw.between("training.l2", 0, 1), Draw.between("training.l2", 0, 2)))
                .hasMessageContaining("is there twice");
        assertThatThrownBy(
                        () -> new Ensemble(Ensemble.Kind.SEEDS, 3, Ensemble.Choice.GREEDY, java.util.Optional.empty()))
                .hasMessage("ensemble.choose: is for the kind \"pack\", this is of seeds; leave it out");
    }

    private static void assertRefused(String start, Draw draw) {
        assertThatThrownBy(() -> pack(3, draw))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(start);
    }
}
