// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import dev.nn4j.core.internal.rules.RangeUpdate;
import dev.nn4j.core.network.ParameterRange;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * How the parameters of a range are updated, compared with the others: at another rate, with other hyperparameters of the
 * optimizer, or not at all.
 *
 * @param rateFactor by which the learning rate is multiplied; at least 0. At 0 the parameters are frozen: the optimizer
 *     is not called for them, so that not even its weight decay moves them
 * @param optimizer the training's optimizer, perhaps with other hyperparameters
 * @since 0.1.0
 */
public record UpdateRule(double rateFactor, Optimizer optimizer) {
    /** Refuses a factor below 0 or one that is not finite. */
    public UpdateRule {
        if (!(rateFactor >= 0) || Double.isInfinite(rateFactor)) {
            throw new IllegalArgumentException("update rule: the rate's factor must be at least 0, got " + rateFactor);
        }
        Objects.requireNonNull(optimizer, "update rule: the optimizer is null");
    }

    /** The rule of all parameters that nothing is said of. */
    public static UpdateRule of(Optimizer optimizer) {
        return new UpdateRule(1, optimizer);
    }

    /** This rule with another factor. */
    public UpdateRule withRateFactor(double factor) {
        return new UpdateRule(factor, optimizer);
    }

    /** The rule of parameters that stay as they are. */
    public UpdateRule frozen() {
        return withRateFactor(0);
    }

    /**
     * This rule with another value of one of the optimizer's hyperparameters, such as {@code weightDecay} 0 for biases.
     *
     * @throws IllegalArgumentException if the optimizer has no such hyperparameter, the value is out of range, or the
     *     optimizer's memory, which all parameters share, depends on it
     */
    public UpdateRule withHyperparameter(String name, Object value) {
        Hyperparameters changed = optimizer.hyperparameters().with(optimizer.name(), Map.of(name, value));
        UpdateRule rule = new UpdateRule(rateFactor, optimizer.with(changed));
        rule.requireMemoryOf(optimizer);
        return rule;
    }

    /** Passes if this rule's optimizer remembers the same as another: one memory serves all ranges. */
    void requireMemoryOf(Optimizer other) {
        boolean sameEntries = optimizer.name().equals(other.name())
                && optimizer.stateArrays().equals(other.stateArrays())
                && optimizer.stateScalars().equals(other.stateScalars());
        if (!sameEntries || !Arrays.equals(scalarsOf(optimizer), scalarsOf(other))) {
            throw new IllegalArgumentException("update rule: " + optimizer.name() + " " + optimizer.hyperparameters()
                    + " remembers something else than " + other.name() + " " + other.hyperparameters()
                    + ", the training's optimizer; change only hyperparameters that its memory does not depend on");
        }
    }

    /** The scalar state after two steps, in which what it depends on shows. */
    private static double[] scalarsOf(Optimizer optimizer) {
        double[] scalars = new double[optimizer.stateScalars().size()];
        optimizer.prepare(scalars, 1, optimizer.defaultRate());
        optimizer.prepare(scalars, 2, optimizer.defaultRate());
        return scalars;
    }

    RangeUpdate on(ParameterRange range) {
        return new RangeUpdate(range.from(), range.to(), optimizer, rateFactor);
    }
}
