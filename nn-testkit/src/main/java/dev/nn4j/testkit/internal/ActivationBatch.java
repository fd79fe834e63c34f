// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Activation;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What an activation is given: rows of pre-activations and of gradients.
 *
 * @param z pre-activations
 * @param da upstream gradients
 * @param width values in a row
 */
@SuppressWarnings("ArrayRecordComponent") // batches are never compared
record ActivationBatch(float[] z, float[] da, int width) {
    /** Numbers lie on a grid of 2⁻¹², so that adding a power of two is exact in float. */
    private static final int GRID = 4096;

    /** The result of one forward and one backward call. */
    @SuppressWarnings("ArrayRecordComponent") // compared by sameAs alone
    record Result(float[] a, float[] dz) {
        /** Bit by bit; every NaN equals every other. */
        boolean sameAs(Result other) {
            return Arrays.equals(a, other.a) && Arrays.equals(dz, other.dz);
        }
    }

    /** Every fourth row reaches ±32, the others ±6; gradients are of either sign and not small. */
    static ActivationBatch random(SplittableRandom random, int rows, int width) {
        float[] z = new float[rows * width];
        float[] da = new float[rows * width];
        for (int i = 0; i < z.length; i++) {
            int reach = (i / width) % 4 == 3 ? 32 : 6;
            z[i] = (float) random.nextInt(-reach * GRID, reach * GRID + 1) / GRID;
            da[i] = (random.nextBoolean() ? 1f : -1f) * random.nextInt(GRID, 2 * GRID) / GRID;
        }
        return new ActivationBatch(z, da, width);
    }

    /** Rows in which every value occurs as a pre-activation beside every other, under every gradient given. */
    static ActivationBatch combining(float[] values, float[] gradients) {
        int width = 3;
        int rows = values.length * values.length * gradients.length;
        float[] z = new float[rows * width];
        float[] da = new float[rows * width];
        for (int r = 0; r < rows; r++) {
            z[r * width] = values[r % values.length];
            z[r * width + 1] = values[r / values.length % values.length];
            z[r * width + 2] = z[r * width];
            float gradient = gradients[r / values.length / values.length];
            da[r * width] = gradient;
            da[r * width + 1] = -gradient;
            da[r * width + 2] = 0.5f * gradient;
        }
        return new ActivationBatch(z, da, width);
    }

    int rows() {
        return z.length / width;
    }

    /** Runs the activation over copies of this batch, all rows in one call. */
    Result run(Activation activation) {
        return run(activation, z.length);
    }

    /** Runs the activation over copies of this batch, {@code stride} values in a call. */
    Result run(Activation activation, int stride) {
        float[] a = new float[z.length];
        float[] dz = new float[z.length];
        for (int from = 0; from < z.length; from += stride) {
            int to = Math.min(z.length, from + stride);
            activation.forward(z.clone(), a, from, to, width);
            activation.backward(z.clone(), a.clone(), da.clone(), dz, from, to, width);
        }
        return new Result(a, dz);
    }

    /** The activations of one row whose value at {@code column} is moved by {@code step}. */
    float[] movedRow(Activation activation, int row, int column, double step) {
        float[] moved = Arrays.copyOfRange(z, row * width, (row + 1) * width);
        moved[column] += (float) step;
        float[] a = new float[width];
        activation.forward(moved, a, 0, width, width);
        return a;
    }
}
