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
        double squares = 0;
        for (float g : gradient) {
            squares += (double) g * g;
        }
        double norm = Math.sqrt(squares);
        if (norm > clipNorm) {
            float factor = (float) (clipNorm / norm);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
    }
}
