// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.kernels.EuclideanNorm;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.rules.Shaping;
import java.util.Optional;
import java.util.function.Supplier;

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
    /** Measures a gradient that is to be limited by it. */
    private final Optional<EuclideanNorm> norm;

    GradientShaping(Layers layers, Shaping shaping, Supplier<Kernels> kernels) {
        this.layers = layers;
        this.l1 = (float) shaping.l1();
        this.l2 = (float) shaping.l2();
        this.clipValue = (float) shaping.clipValue();
        this.clipNorm = shaping.clipNorm();
        this.norm = clipNorm > 0 ? Optional.of(new EuclideanNorm(kernels.get())) : Optional.empty();
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
        if (norm.isPresent()) {
            limitNorm(gradient, norm.get().of(gradient));
        }
    }

    private void limitNorm(float[] gradient, double found) {
        if (found > clipNorm) {
            float factor = (float) (clipNorm / found);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
    }
}
