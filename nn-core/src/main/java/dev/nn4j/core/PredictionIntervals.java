// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.TargetDistribution;
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
     * Whether they need the details of a row: quantiles, or deviations; {@link #ofDetails} takes them.
     *
     * @since 0.1.0
     */
    public boolean needDetails() {
        return conformal.method() == ConformalMethod.QUANTILES || conformal.method() == ConformalMethod.DEVIATION;
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
        return ofDetails(prediction.unscaledDetails(), prediction.spread(), 0, target);
    }

    /**
     * The interval of a target of a row of details.
     *
     * @param details as {@link Model#predictDetails} gives them
     * @param spread likewise; any array where they do not {@link #needSpread}
     * @param row its number among those of the arrays, from 0 on
     * @param target its index, from 0 on
     * @since 0.1.0
     */
    public Interval ofDetails(float[] details, float[] spread, int row, int target) {
        TargetDistribution distribution = schema.distribution();
        int first = row * schema.detailWidth() + target * distribution.outputs();
        if (conformal.method() == ConformalMethod.QUANTILES) {
            double low = schema.inOwnUnits(target, details[first]) - quantiles[target];
            double high = schema.inOwnUnits(target, details[first + distribution.outputs() - 1]) + quantiles[target];
            // scores below 0 may draw the ends past each other: what is left is a point
            return low <= high ? new Interval(low, high) : new Interval((low + high) / 2, (low + high) / 2);
        }
        double centre = schema.inOwnUnits(target, details[first + distribution.answer()]);
        double reach = quantiles[target]
                * (conformal.method() == ConformalMethod.DEVIATION
                        ? (double) details[first + 1]
                        : factor(spread, row * schema.outputs() + target, target));
        return new Interval(centre - reach, centre + reach);
    }

    private double factor(float[] spread, int at, int target) {
        return needSpread() ? (double) spread[at] + conformal.floor(target) : 1;
    }

    /**
     * The interval of a target of a row of outputs.
     *
     * @param outputs as {@link Model#predict(float[], int, float[], float[], Scratch)} gives them
     * @param spread likewise; any array where they do not {@link #needSpread}
     * @param from where the row begins
     * @param target its index, from 0 on
     * @throws IllegalStateException if they {@link #needDetails}
     */
    public Interval of(float[] outputs, float[] spread, int from, int target) {
        if (needDetails()) {
            throw new IllegalStateException("intervals: they need details and not only answers; ask ofDetails");
        }
        double centre = schema.inOwnUnits(target, outputs[from + target]);
        double reach = quantiles[target] * factor(spread, from + target, target);
        return new Interval(centre - reach, centre + reach);
    }
}
