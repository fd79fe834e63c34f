// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Optimizer;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.internal.rules.OptimizerDecay;
import dev.nn4j.core.internal.rules.RangeUpdate;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.network.PlacedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How ranges of parameters are updated, by the options and by the rules that a program gives: factors are multiplied, and
 * what the options keep from decaying does not decay by any rule.
 */
final class RangeRules {
    /** Rates of phases are those of angles in radians, which are what recipes are about. */
    private static final double RADIANS_TO_A_TURN = 2 * Math.PI;

    private final Optimizer optimizer;
    private final TrainingOptions options;
    private final Optional<Function<ParameterRange, UpdateRule>> given;

    RangeRules(Optimizer optimizer, TrainingOptions options, Optional<Function<ParameterRange, UpdateRule>> given) {
        this.optimizer = optimizer;
        this.options = options;
        this.given = given;
    }

    /**
     * The updates of a network's ranges; none where all are treated alike.
     *
     * @throws ConfigurationException if no layer is left to train
     */
    List<RangeUpdate> of(NetworkSpec spec) {
        int layers = spec.layers().size();
        if (options.frozen() >= layers) {
            throw new ConfigurationException(
                    "training.frozen",
                    "must be less than the " + layers + " layers of the network, got " + options.frozen()
                            + "; leave at least the last one to train");
        }
        List<RangeUpdate> updates = new ArrayList<>();
        boolean allAlike = given.isEmpty();
        Optimizer bare = withoutDecay(optimizer);
        for (PlacedLayer layer : spec.placed()) {
            for (ParameterRange range : layer.ranges()) {
                UpdateRule rule = ruleOf(range, layer, bare);
                allAlike &= rule.equals(UpdateRule.of(optimizer));
                updates.add(rule.on(range));
            }
        }
        return allAlike ? List.of() : updates;
    }

    private UpdateRule ruleOf(ParameterRange range, PlacedLayer layer, Optimizer bare) {
        UpdateRule rule = given.isPresent() ? given.get().apply(range) : UpdateRule.of(optimizer);
        Objects.requireNonNull(rule, "network training: the update rule of a range is null");
        rule.requireMemoryOf(optimizer);
        double factor = rule.rateFactor() * factorOf(range.role(), layer);
        boolean decays = range.role() == Role.TABLE
                ? options.decayTables()
                : options.decayBiases() || decaysAlways(range.role(), layer);
        if (decays) {
            return rule.withRateFactor(factor);
        }
        return new UpdateRule(factor, rule.optimizer() == optimizer ? bare : withoutDecay(rule.optimizer()));
    }

    private double factorOf(Role role, PlacedLayer layer) {
        if (layer.index() < options.frozen()) {
            return 0;
        }
        return switch (role) {
            case WEIGHT ->
                options.fanInRates() && layer.spec() instanceof DenseSpec ? 1 / Math.sqrt(layer.inputs()) : 1;
            case BIAS, SHIFT -> options.biasRate();
            case SCALE -> options.scaleRate();
            case SLOPE -> options.slopeRate();
            case EMBEDDING, FREQUENCY -> options.embeddingRate();
            case PHASE -> options.embeddingRate() / RADIANS_TO_A_TURN;
            case TABLE -> options.tableRate();
            case EDGES, MEAN, VARIANCE -> 1;
        };
    }

    /** All but what is added, and what a normalisation, which adds too, multiplies by. */
    private static boolean decaysAlways(Role role, PlacedLayer layer) {
        return switch (role) {
            case BIAS, SHIFT, PHASE -> false;
            case SCALE ->
                layer.spec().tensors(layer.inputs()).stream().noneMatch(tensor -> tensor.role() == Role.SHIFT);
            case WEIGHT, SLOPE, EMBEDDING, TABLE, FREQUENCY, EDGES, MEAN, VARIANCE -> true;
        };
    }

    private static Optimizer withoutDecay(Optimizer any) {
        return OptimizerDecay.of(any) == 0 ? any : any.withWeightDecay(0);
    }
}
