// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.rules.Shaping;

/**
 * What happens to a gradient before the optimizer sees it: penalties, then clipping by value, then by norm (Pascanu et
 * al. 2013).
 */
final class GradientShaping {
    private final Layers layers;
    private final float l1;
    private final float l2;
    private final float clipValue;
    private final double clipNorm;

    GradientShaping(Layers layers, Shaping shaping) {
        this.layers = layers;
        this.l1 = (float) shaping.l1();
        this.l2 = (float) shaping.l2();
        this.clipValue = (float) shaping.clipValue();
        this.clipNorm = shaping.clipNorm();
    }

    void apply(float[] parameters, float[] gradient) {
        if (l1 > 0 || l2 > 0) {
            for (int i = 0; i < layers.count(); i++) {
                layers.get(i).penalize(parameters, gradient, l1, l2);
            }
        }
        if (clipValue > 0) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = Math.max(-clipValue, Math.min(clipValue, gradient[i]));
            }
        }
        if (clipNorm > 0) {
            limitNorm(gradient);
        }
    }

    private void limitNorm(float[] gradient) {
        double norm = Math.sqrt(sumOfSquares(gradient));
        if (norm > clipNorm) {
            float factor = (float) (clipNorm / norm);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
    }

    /** In four chains, as each addition waits for the one before it; the same four whatever the machine. */
    private static double sumOfSquares(float[] values) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int fours = values.length - values.length % 4;
        for (int i = 0; i < fours; i += 4) {
            first += (double) values[i] * values[i];
            second += (double) values[i + 1] * values[i + 1];
            third += (double) values[i + 2] * values[i + 2];
            fourth += (double) values[i + 3] * values[i + 3];
        }
        for (int i = fours; i < values.length; i++) {
            first += (double) values[i] * values[i];
        }
        return (first + second) + (third + fourth);
    }
}
