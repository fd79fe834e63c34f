// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a loss is given: rows of predictions and of targets.
 *
 * @param y predictions
 * @param t targets
 * @param width values in a row
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the testkit, never compared by equals
public record LossBatch(float[] y, float[] t, int width) {
    /** Numbers lie on a grid of 2⁻¹², so that adding a power of two is exact in float. */
    private static final int GRID = 4096;

    /** The result of one loss and one gradient call. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the testkit, never compared by equals
    public record Result(double[] rowLoss, float[] dy) {
        /** Bit by bit; every NaN equals every other. */
        public boolean sameAs(Result other) {
            return Arrays.equals(rowLoss, other.rowLoss) && Arrays.equals(dy, other.dy);
        }
    }

    /**
     * Predictions in the loss's domain and targets of its kind; every fourth row of numbers reaches far.
     *
     * @param targets how many targets a row has: as many values, or as many times those that the loss takes of each
     */
    public static LossBatch random(Loss loss, SplittableRandom random, int rows, int targets) {
        int outputs = loss.distribution().outputs();
        int width = targets * outputs;
        LossBatch batch = new LossBatch(new float[rows * width], new float[rows * width], width);
        for (int row = 0; row < rows; row++) {
            batch.randomPredictions(loss.domain(), random, row);
            batch.randomTargets(loss.targets(), random, row);
            if (loss.domain() == ValueRange.NON_NEGATIVE && loss.targets() == TargetKind.NUMBERS) {
                batch.awayFromZero(batch.t(), row);
            }
        }
        for (int i = 0; i < batch.t.length; i++) {
            batch.t[i] = batch.t[i - i % outputs];
        }
        return batch;
    }

    /** The same with the best predictions of these targets, as far as details are no distances. */
    public LossBatch atTargets(Loss loss) {
        int outputs = loss.distribution().outputs();
        float[] best = y.clone();
        for (int i = 0; i < best.length; i++) {
            best[i] = loss.distribution().isDistance(i % outputs) ? best[i] : t[i];
        }
        return new LossBatch(best, t, width);
    }

    private void randomPredictions(ValueRange domain, SplittableRandom random, int row) {
        switch (domain) {
            case ANY -> randomNumbers(y, random, row, row % 4 == 3 ? 32 : 6);
            case NON_NEGATIVE -> {
                randomNumbers(y, random, row, row % 4 == 3 ? 32 : 6);
                awayFromZero(y, row);
            }
            case UNIT_INTERVAL -> {
                for (int i = row * width; i < (row + 1) * width; i++) {
                    y[i] = (float) random.nextInt(GRID / 8, GRID - GRID / 8) / GRID;
                }
            }
            case DISTRIBUTION -> randomDistribution(y, random, row);
        }
    }

    private void randomTargets(TargetKind kind, SplittableRandom random, int row) {
        switch (kind) {
            case NUMBERS -> randomNumbers(t, random, row, 6);
            case BINARY -> {
                for (int i = row * width; i < (row + 1) * width; i++) {
                    t[i] = random.nextInt(2);
                }
            }
            case ONE_HOT -> {
                if (row % 4 == 2) {
                    randomDistribution(t, random, row);
                } else {
                    t[row * width + random.nextInt(width)] = 1;
                }
            }
        }
    }

    private void awayFromZero(float[] values, int row) {
        for (int i = row * width; i < (row + 1) * width; i++) {
            values[i] = Math.abs(values[i]) + 0.25f;
        }
    }

    private void randomNumbers(float[] values, SplittableRandom random, int row, int reach) {
        for (int i = row * width; i < (row + 1) * width; i++) {
            values[i] = (float) random.nextInt(-reach * GRID, reach * GRID + 1) / GRID;
        }
    }

    /** No share is less than a quarter of another, and together they are exactly one. */
    private void randomDistribution(float[] values, SplittableRandom random, int row) {
        int[] shares = random.ints(width, GRID / 4, GRID).toArray();
        long total = Arrays.stream(shares).asLongStream().sum();
        int left = GRID;
        for (int j = 1; j < width; j++) {
            int units = (int) ((long) shares[j] * GRID / total);
            values[row * width + j] = (float) units / GRID;
            left -= units;
        }
        values[row * width] = (float) left / GRID;
    }

    public int rows() {
        return y.length / width;
    }

    /** Runs the loss over copies of this batch, all rows in one call. */
    public Result run(Loss loss) {
        return run(loss, y.length);
    }

    /** Runs the loss over copies of this batch, {@code stride} values in a call. */
    public Result run(Loss loss, int stride) {
        double[] rowLoss = new double[rows()];
        float[] dy = new float[y.length];
        for (int from = 0; from < y.length; from += stride) {
            int to = Math.min(y.length, from + stride);
            loss.loss(y.clone(), t.clone(), rowLoss, from, to, width);
            loss.gradient(y.clone(), t.clone(), dy, from, to, width);
        }
        return new Result(rowLoss, dy);
    }

    /** The loss of one row whose prediction at {@code column} is moved by {@code step}. */
    double movedRow(Loss loss, int row, int column, double step) {
        float[] moved = Arrays.copyOfRange(y, row * width, (row + 1) * width);
        moved[column] += (float) step;
        double[] rowLoss = new double[1];
        loss.loss(moved, Arrays.copyOfRange(t, row * width, (row + 1) * width), rowLoss, 0, width, width);
        return rowLoss[0];
    }

    /** The same targets under predictions multiplied by a factor. */
    LossBatch shrunk(float factor) {
        float[] shrunk = y.clone();
        for (int i = 0; i < shrunk.length; i++) {
            shrunk[i] *= factor;
        }
        return new LossBatch(shrunk, t, width);
    }

    /** The predictions of one row. */
    double[] predictions(int row) {
        double[] predictions = new double[width];
        for (int j = 0; j < width; j++) {
            predictions[j] = y[row * width + j];
        }
        return predictions;
    }

    /** One row with other predictions. */
    LossBatch row(int row, double[] predictions) {
        float[] replaced = new float[width];
        for (int j = 0; j < width; j++) {
            replaced[j] = (float) predictions[j];
        }
        return new LossBatch(replaced, Arrays.copyOfRange(t, row * width, (row + 1) * width), width);
    }

    /** A row as people read it. */
    public String describe(int row) {
        return "y = " + Arrays.toString(Arrays.copyOfRange(y, row * width, (row + 1) * width)) + ", t = "
                + Arrays.toString(Arrays.copyOfRange(t, row * width, (row + 1) * width));
    }
}
