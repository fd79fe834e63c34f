// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.schema.Schema;

/**
 * Intervals around predicted numbers that hold the truth for a share of new rows, each target's by itself; {@link
 * Model#intervals}. Immutable.
 *
 * @since 0.1.0
 */
public final class PredictionIntervals {
    private final Schema schema;
    private final Conformal conformal;
    private final double level;
    private final float[] quantiles;

    PredictionIntervals(Schema schema, Conformal conformal, double level) {
        this.schema = schema;
        this.conformal = conformal;
        this.level = level;
        this.quantiles = new float[schema.outputs()];
        for (int target = 0; target < quantiles.length; target++) {
            quantiles[target] = conformal.quantile(target, level);
        }
    }

    /** The share of new rows whose truth they hold. */
    public double level() {
        return level;
    }

    /** Whether they need to know how far an ensemble's members are apart. */
    public boolean needSpread() {
        return conformal.method() == ConformalMethod.SPREAD;
    }

    /**
     * The interval of a number that was predicted alone: of a model with one target.
     *
     * @throws IllegalArgumentException if there are several targets
     */
    public Interval of(Prediction prediction) {
        if (quantiles.length != 1) {
            throw new IllegalArgumentException("intervals: there are " + quantiles.length
                    + " targets; ask of(prediction, target), the first being 0");
        }
        return of(prediction, 0);
    }

    /**
     * The interval of a target.
     *
     * @param prediction of the model that gave these intervals
     * @param target its index, from 0 on
     */
    public Interval of(Prediction prediction, int target) {
        return of(prediction.unscaledOutputs(), prediction.spread(), 0, target);
    }

    /**
     * The interval of a target of a row of outputs.
     *
     * @param outputs as {@link Model#predict(float[], int, float[], float[], Scratch)} gives them
     * @param spread likewise; any array where they do not {@link #needSpread}
     * @param from where the row begins
     * @param target its index, from 0 on
     */
    public Interval of(float[] outputs, float[] spread, int from, int target) {
        double centre = schema.inOwnUnits(target, outputs[from + target]);
        double reach = needSpread()
                ? quantiles[target] * ((double) spread[from + target] + conformal.floor(target))
                : quantiles[target];
        return new Interval(centre - reach, centre + reach);
    }
}
