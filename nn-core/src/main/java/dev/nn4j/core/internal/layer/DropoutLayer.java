// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Optional;

/**
 * Inverted dropout (Srivastava et al. 2014). In training its z holds the mask m, 0 or 1/(1 − rate) for each unit, and
 * {@code a = x ⊙ m}, {@code dx = da ⊙ m}; in prediction it passes x on.
 */
final class DropoutLayer extends Layer {
    /** Words are compared by their upper 24 bits, as many as a float in [0, 1) resolves. */
    private static final int WORD_SHIFT = 8;

    private final double rate;

    DropoutLayer(PlacedLayer placed, DropoutSpec spec) {
        super(placed);
        this.rate = spec.rate();
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        int first = from * outputs();
        int count = (to - from) * outputs();
        if (!context.isTraining()) {
            System.arraycopy(x, first, a, first, count);
            return;
        }
        double now = rate * context.dropoutFactor();
        int threshold = (int) (now * (1 << (Integer.SIZE - WORD_SHIFT)));
        int kept = Float.floatToRawIntBits((float) (1 / (1 - now)));
        int[] words = context.words(index(), from, to, outputs());
        for (int i = 0; i < count; i++) {
            // All bits where the unit is kept, none where it is not: a branch that chance decides would be guessed
            // wrongly.
            int keeps = ~((words[i] >>> WORD_SHIFT) - threshold >> Integer.SIZE - 1);
            float mask = Float.intBitsToFloat(kept & keeps);
            z[first + i] = mask;
            a[first + i] = x[first + i] * mask;
        }
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        return Optional.empty();
    }

    @Override
    public void activationGradient(float[] z, float[] a, float[] da, float[] dz, int from, int to) {
        for (int i = from * outputs(); i < to * outputs(); i++) {
            dz[i] = da[i] * z[i];
        }
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        int first = from * outputs();
        System.arraycopy(dz, first, dx, first, (to - from) * outputs());
    }

    @Override
    public String describe() {
        return "layer " + (index() + 1) + " (dropout " + rate + ")";
    }
}
