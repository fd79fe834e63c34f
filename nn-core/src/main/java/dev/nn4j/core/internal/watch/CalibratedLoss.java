// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.api.TargetKind;
import dev.nn4j.api.math.FloatMath;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.score.TemperatureSearch;
import dev.nn4j.core.table.WordArray;

/**
 * The log-loss after temperature scaling (Guo et al. 2017): of probabilities p^β that are made to sum to one again, or of
 * sigmoid(β·logit p), with the β that makes it least.
 *
 * <p>Of each row it remembers by how much the logit of each class is below the greatest, the gap d, so that the loss is the
 * mean of log Σ exp(−β·d) plus β times the mean gap of what is true; a yes or no is two classes, of gaps 0 and |logit p|. So
 * targets are looked at once, and each β tried costs an exponential for each gap, in float.
 */
public final class CalibratedLoss implements TemperatureSearch.Curve {
    private static final int BUFFER = 1 << 14;
    /** As near as a sigmoid in float comes to one. */
    private static final float LEAST_DOUBT = 0x1p-24f;

    private final DataSet data;
    private final boolean oneOfMany;
    private final int width;
    private final WordArray gaps;
    private final int rowsAtOnce;
    private final float[] some;
    private final float[] powers;
    private final BlockSum weights = new BlockSum();
    private final BlockSum misses = new BlockSum();
    private final BlockSum means = new BlockSum();
    private final BlockSum spreads = new BlockSum();
    private final BlockSum logs = new BlockSum();

    /**
     * Of rows that are to be shown.
     *
     * @param data those rows
     * @param targets yes or no each, or one of several classes
     */
    public CalibratedLoss(DataSet data, TargetKind targets, Cancellation cancellation) {
        this.data = data;
        this.oneOfMany = targets == TargetKind.ONE_HOT;
        this.width = data.targetWidth();
        this.gaps = data.newWords((long) data.rows() * width).walked(cancellation);
        this.rowsAtOnce = Math.max(1, BUFFER / width);
        this.some = new float[rowsAtOnce * width];
        this.powers = new float[rowsAtOnce * width];
    }

    /** Forgets all rows. */
    void begin() {
        weights.reset();
        misses.reset();
    }

    /** Takes so many rows in, the first of which has this number. */
    void add(int first, int rows, float[] outputs, float[] targets) {
        for (int from = 0; from < rows; from += rowsAtOnce) {
            int count = Math.min(rowsAtOnce, rows - from);
            addSome(first + from, count, outputs, targets, from * width);
        }
    }

    private void addSome(int first, int count, float[] outputs, float[] targets, int at) {
        if (oneOfMany) {
            classGaps(count, outputs, at);
        }
        for (int r = 0; r < count; r++) {
            double weight = data.weight(first + r);
            weights.add(first + r, weight);
            double miss = 0;
            for (int i = r * width; i < (r + 1) * width; i++) {
                miss += oneOfMany ? (double) targets[at + i] * some[i] : yesOrNo(i, outputs[at + i], targets[at + i]);
            }
            misses.add(first + r, weight * miss);
        }
        gaps.write((long) first * width, some, 0, count * width);
    }

    private void classGaps(int count, float[] outputs, int at) {
        for (int i = 0; i < count * width; i++) {
            some[i] = Math.max(outputs[at + i], Float.MIN_NORMAL);
        }
        FloatMath.log(some, some, 0, count * width);
        for (int row = 0; row < count * width; row += width) {
            float greatest = some[row];
            for (int i = row + 1; i < row + width; i++) {
                greatest = Math.max(greatest, some[i]);
            }
            for (int i = row; i < row + width; i++) {
                some[i] = greatest - some[i];
            }
        }
    }

    /** Notes the gap of an output, and gives that of its target. */
    private double yesOrNo(int i, float output, float target) {
        float p = Math.min(Math.max(output, LEAST_DOUBT), 1 - LEAST_DOUBT);
        float logit = FloatMath.log(p) - FloatMath.log1p(-p);
        some[i] = Math.abs(logit);
        return Math.max(logit, 0) - (double) target * logit;
    }

    /** The factor on the logits with which the loss of all rows that were shown is least, or the end of the range. */
    public double factor() {
        return misses.total() == 0 ? TemperatureSearch.MOST : TemperatureSearch.factor(this);
    }

    /** The loss with the factor that makes it least. */
    double value() {
        return loss(factor());
    }

    /** The log-loss with a factor on the logits. */
    public double loss(double factor) {
        walk(factor, true);
        return (logs.total() + factor * misses.total()) / (weights.total() * (oneOfMany ? 1 : width));
    }

    @Override
    public void moveTo(double factor) {
        walk(factor, false);
    }

    @Override
    public double slope() {
        return misses.total() - means.total();
    }

    @Override
    public double curvature() {
        return spreads.total();
    }

    private void walk(double factor, boolean wantsLoss) {
        means.reset();
        spreads.reset();
        logs.reset();
        float minus = (float) -factor;
        for (int first = 0; first < data.rows(); first += rowsAtOnce) {
            int count = Math.min(rowsAtOnce, data.rows() - first);
            gaps.read((long) first * width, some, 0, count * width);
            for (int i = 0; i < count * width; i++) {
                powers[i] = minus * some[i];
            }
            FloatMath.exp(powers, powers, 0, count * width);
            for (int r = 0; r < count; r++) {
                if (oneOfMany) {
                    take(first + r, r * width, (r + 1) * width, 0, wantsLoss);
                } else {
                    for (int i = r * width; i < (r + 1) * width; i++) {
                        take(first + r, i, i + 1, 1, wantsLoss);
                    }
                }
            }
        }
    }

    /** Takes in the classes of one row whose gaps lie there, beside some whose gap is zero. */
    private void take(int row, int from, int to, int others, boolean wantsLoss) {
        double sum = others;
        double first = 0;
        double second = 0;
        for (int i = from; i < to; i++) {
            double power = powers[i];
            double gap = some[i];
            sum += power;
            first += gap * power;
            second += gap * gap * power;
        }
        double weight = data.weight(row);
        if (wantsLoss) {
            logs.add(row, weight * StrictMath.log(sum));
        } else {
            double mean = first / sum;
            means.add(row, weight * mean);
            spreads.add(row, weight * (second / sum - mean * mean));
        }
    }
}
