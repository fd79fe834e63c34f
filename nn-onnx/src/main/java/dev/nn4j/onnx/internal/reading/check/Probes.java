// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.check;

import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import java.util.SplittableRandom;

/** Rows on which a network is compared with its graph: always the same ones, of many magnitudes and signs. */
final class Probes {
    /** How many there are. */
    static final int MOST = 32;

    private static final long SEED = 20261129;
    /** The first two tell the most, should there be no time for more; 0 gives zeros. */
    private static final double[] MAGNITUDES = {3, 30, 0.3, 0, 1, 1000, 10, 0.01, 1e-4, 100, 1e5, 1};

    private Probes() {}

    /** Rows in the units of the model's features: every other one as its scaling expects them. */
    static float[] rows(Model model, int count) {
        int width = model.schema().features().size();
        boolean scaled = model.inputScaler().scaling() != Scaling.NONE;
        float[] shift = model.inputScaler().shift();
        float[] scale = ColumnProbes.units(model.inputScaler());
        SplittableRandom random = new SplittableRandom(SEED);
        float[] rows = new float[count * width];
        for (int row = 0; row < count; row++) {
            double magnitude = MAGNITUDES[row % MAGNITUDES.length];
            for (int column = 0; column < width; column++) {
                double drawn = random.nextDouble();
                int indices = model.schema().features().get(column).indices();
                if (indices > 0) {
                    rows[row * width + column] = (float) Math.floor(indices * drawn);
                    continue;
                }
                double value = magnitude * (2 * drawn - 1);
                boolean scale1 = scaled && row % 4 < 2;
                rows[row * width + column] = (float) (scale1 ? shift[column] + scale[column] * value : value);
            }
        }
        return rows;
    }
}
