// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Optimizer;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.internal.rules.OptimizerDecay;
import dev.nn4j.core.internal.rules.RangeUpdate;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Options say at which rate parameters of a role are trained, and which of them decay. */
class RoleRatesTest {
    private static final Optimizer ADAMW = ComponentRegistry.standard().optimizer("adamw");
    private static final NetworkSpec SPEC = Architectures.inputs(4)
            .layer(new ScaleSpec())
            .dense(9, "selu")
            .batchNormalization()
            .dense(1, "identity")
            .spec();

    @Test
    void withoutOptionsAllAreTreatedAlike() {
        assertThat(updates(options -> options, Optional.empty())).isEmpty();
        assertThat(updates(options -> options.slopeRate(0.5).embeddingRate(0.5), Optional.empty()))
                .isEmpty();
    }

    @Test
    void everyRoleHasARateOfItsOwn() {
        assertThat(factors(options -> options.biasRate(0.1).scaleRate(6), Optional.empty()))
                .containsExactly(
                        Map.entry("0 SCALE", 6.0),
                        Map.entry("1 WEIGHT", 1.0),
                        Map.entry("1 BIAS", 0.1),
                        Map.entry("2 SCALE", 6.0),
                        Map.entry("2 SHIFT", 0.1),
                        Map.entry("3 WEIGHT", 1.0),
                        Map.entry("3 BIAS", 0.1));
    }

    @Test
    void theRateOfADenseLayersWeightsIsDividedByTheRootOfItsInputs() {
        assertThat(factors(options -> options.fanInRates(true), Optional.empty()))
                .contains(Map.entry("1 WEIGHT", 1 / 2.0), Map.entry("3 WEIGHT", 1 / 3.0), Map.entry("3 BIAS", 1.0));
    }

    @Test
    void leadingLayersAreFrozen() {
        assertThat(factors(options -> options.frozen(2).biasRate(0.5), Optional.empty()))
                .contains(Map.entry("0 SCALE", 0.0), Map.entry("1 BIAS", 0.0), Map.entry("2 SHIFT", 0.5));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> updates(options -> options.frozen(4), Optional.empty()))
                .withMessage("training.frozen: must be less than the 4 layers of the network, got 4; leave at least the"
                        + " last one to train");
    }

    @Test
    void biasesAndNormalisationsAreKeptFromDecaying() {
        Map<String, Double> decays = new LinkedHashMap<>();
        updates(options -> options.decayBiases(false), Optional.empty())
                .forEach((range, update) -> decays.put(range, OptimizerDecay.of(update.optimizer())));
        assertThat(decays)
                .containsExactly(
                        Map.entry("0 SCALE", 0.01),
                        Map.entry("1 WEIGHT", 0.01),
                        Map.entry("1 BIAS", 0.0),
                        Map.entry("2 SCALE", 0.0),
                        Map.entry("2 SHIFT", 0.0),
                        Map.entry("3 WEIGHT", 0.01),
                        Map.entry("3 BIAS", 0.0));
    }

    @Test
    void rowsOfTablesHaveARateOfTheirOwnAndDecayOnlyIfAsked() {
        NetworkSpec spec = Architectures.inputs(4)
                .layer(new CategoryEmbeddingSpec().on(List.of(1), List.of(9)))
                .dense(1, "identity")
                .spec();
        for (boolean decay : new boolean[] {false, true}) {
            TrainingOptions options = TrainingOptions.builder()
                    .tableRate(0.25)
                    .embeddingRate(9)
                    .decayTables(decay)
                    .build();
            RangeUpdate table =
                    new RangeRules(ADAMW, options, Optional.empty()).of(spec).get(0);
            assertThat(table.rateFactor()).isEqualTo(0.25);
            assertThat(OptimizerDecay.of(table.optimizer())).isEqualTo(decay ? 0.01 : 0);
        }
    }

    @Test
    void whatAnOptimizerDoesNotHaveIsNotTakenFromIt() {
        Optimizer adagrad = ComponentRegistry.standard().optimizer("adagrad");
        TrainingOptions options = TrainingOptions.builder().decayBiases(false).build();
        assertThat(new RangeRules(adagrad, options, Optional.empty()).of(SPEC)).isEmpty();
    }

    @Test
    void theRulesOfAProgramAreMultipliedWithTheOptions() {
        UpdateRule strong = UpdateRule.of(ADAMW).withHyperparameter("weightDecay", 0.5);
        Map<String, RangeUpdate> updates = updates(
                options -> options.biasRate(0.1).decayBiases(false),
                Optional.of(range -> range.layer() == 3 ? strong.withRateFactor(0.5) : UpdateRule.of(ADAMW)));
        assertThat(updates.get("3 BIAS").rateFactor()).isEqualTo(0.5 * 0.1);
        assertThat(OptimizerDecay.of(updates.get("3 BIAS").optimizer())).isEqualTo(0);
        assertThat(updates.get("3 WEIGHT").rateFactor()).isEqualTo(0.5);
        assertThat(OptimizerDecay.of(updates.get("3 WEIGHT").optimizer())).isEqualTo(0.5);
        assertThat(updates.get("1 WEIGHT").rateFactor()).isEqualTo(1);
    }

    private static Map<String, Double> factors(
            UnaryOperator<TrainingOptionsBuilder> change, Optional<Function<ParameterRange, UpdateRule>> rules) {
        Map<String, Double> factors = new LinkedHashMap<>();
        updates(change, rules).forEach((range, update) -> factors.put(range, update.rateFactor()));
        return factors;
    }

    /** The update of each range, by its layer and role. */
    private static Map<String, RangeUpdate> updates(
            UnaryOperator<TrainingOptionsBuilder> change, Optional<Function<ParameterRange, UpdateRule>> rules) {
        List<RangeUpdate> updates =
                new RangeRules(ADAMW, change.apply(TrainingOptions.builder()).build(), rules).of(SPEC);
        Map<String, RangeUpdate> byRange = new LinkedHashMap<>();
        for (int i = 0; i < updates.size(); i++) {
            ParameterRange range = SPEC.ranges().get(i);
            Role role = range.role();
            byRange.put(range.layer() + " " + role, updates.get(i));
        }
        return byRange;
    }
}
