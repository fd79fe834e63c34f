// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks;

import dev.nn4j.core.encoding.DataSet;
import java.util.SplittableRandom;

/** Rows that fit an architecture and mean nothing; the same in every run. */
final class RandomRows {
    private RandomRows() {}

    static DataSet of(Architecture architecture, int rows) {
        SplittableRandom random = new SplittableRandom(1);
        float[] targets = new float[rows * architecture.outputs()];
        for (int row = 0; row < rows; row++) {
            if (architecture.hasClasses()) {
                targets[row * architecture.outputs() + random.nextInt(architecture.outputs())] = 1;
            } else {
                targets[row] = random.nextInt(2);
            }
        }
        float[] inputs = inputs(random, rows * architecture.inputs());
        return DataSet.of(inputs, architecture.inputs(), targets, architecture.outputs());
    }

    private static float[] inputs(SplittableRandom random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
