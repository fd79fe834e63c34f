// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.sample;

import dev.nn4j.core.encoding.DataSet;
import java.util.SplittableRandom;

/** Makes data sets for tests, the same for the same arguments on every machine. */
public final class Rows {
    private Rows() {}

    /** Numbers in [−2, 2) and targets that depend on them. */
    public static DataSet regression(int rows, int inputs, int targets, long seed) {
        float[] x = numbers(rows * inputs, seed);
        float[] t = new float[rows * targets];
        for (int i = 0; i < t.length; i++) {
            int row = i / targets;
            t[i] = 0.5f * x[row * inputs + i % targets % inputs] - 0.25f * x[row * inputs + (i + 1) % inputs];
        }
        return DataSet.of(x, inputs, t, targets);
    }

    /** One target that is 1 where the first inputs add up to more than zero. */
    public static DataSet binary(int rows, int inputs, long seed) {
        float[] x = numbers(rows * inputs, seed);
        float[] t = new float[rows];
        for (int row = 0; row < rows; row++) {
            t[row] = x[row * inputs] + x[row * inputs + 1] > 0 ? 1 : 0;
        }
        return DataSet.of(x, inputs, t, 1);
    }

    /** One of several classes, one-hot. */
    public static DataSet classes(int rows, int inputs, int classes, long seed) {
        float[] x = numbers(rows * inputs, seed);
        float[] t = new float[rows * classes];
        for (int row = 0; row < rows; row++) {
            int c = (int) ((x[row * inputs] + 2) / 4 * classes);
            t[row * classes + c] = 1;
        }
        return DataSet.of(x, inputs, t, classes);
    }

    /** Weights 0.5, 1, 1.5, 0.5, … */
    public static DataSet weighted(DataSet data) {
        float[] weights = new float[data.rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = 0.5f * (1 + row % 3);
        }
        return data.withWeights(weights);
    }

    /** Numbers in [−2, 2). */
    public static float[] numbers(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (random.nextInt(1 << 24) - (1 << 23)) * 0x1p-22f;
        }
        return numbers;
    }
}
