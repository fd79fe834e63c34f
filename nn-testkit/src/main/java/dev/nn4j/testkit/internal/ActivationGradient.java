// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Activation;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Compares {@link Activation#backward} with numerical derivatives: with L = Σ daᵢ·aᵢ over a row, dz must be ∂L/∂z. It
 * finds a derivative that is wrong by one per cent where the derivative is not small.
 */
public final class ActivationGradient {
    /** Rounding error of a forward value that is computed well, relative to max(1, |a|): 8 units in the last place. */
    private static final double ROUNDING = 0x1p-21;

    private static final int[] WIDTHS = {1, 4, 9};
    private static final int COORDINATES = 144;

    private ActivationGradient() {}

    public static Optional<String> problem(Activation activation, SplittableRandom random) {
        for (int width : WIDTHS) {
            ActivationBatch batch = ActivationBatch.random(random, COORDINATES / width, width);
            ActivationBatch.Result result = batch.run(activation);
            for (int i = 0; i < batch.z().length; i++) {
                FiniteDifference.Estimate expected = derivative(activation, batch, result.a(), i);
                if (!expected.agreesWith(result.dz()[i])) {
                    return Optional.of(describe(batch, i, result.dz()[i], expected));
                }
            }
        }
        return Optional.empty();
    }

    private static FiniteDifference.Estimate derivative(
            Activation activation, ActivationBatch batch, float[] a, int index) {
        int row = index / batch.width();
        int column = index % batch.width();
        double noise = 0;
        float[] moved = batch.movedRow(activation, row, column, 0x1p-4);
        for (int j = 0; j < batch.width(); j++) {
            int i = row * batch.width() + j;
            boolean depends = j == column || moved[j] != a[i];
            noise += depends ? ROUNDING * Math.max(1, Math.abs(a[i])) * Math.abs(batch.da()[i]) : 0;
        }
        return FiniteDifference.atZero(
                step -> change(batch, row, a, batch.movedRow(activation, row, column, step)), noise);
    }

    /** Σ daᵢ·(aᵢ(z + δ) − aᵢ(z)): subtracted first, so that what does not depend on z adds no rounding error. */
    private static double change(ActivationBatch batch, int row, float[] a, float[] moved) {
        double change = 0;
        for (int j = 0; j < batch.width(); j++) {
            int i = row * batch.width() + j;
            change += (double) batch.da()[i] * ((double) moved[j] - a[i]);
        }
        return change;
    }

    private static String describe(ActivationBatch batch, int i, float found, FiniteDifference.Estimate expected) {
        return String.format(
                Locale.ROOT,
                "at z = %s, da = %s (row of %d) dz is %s, but finite differences give %.6g ± %.2g",
                batch.z()[i],
                batch.da()[i],
                batch.width(),
                found,
                expected.value(),
                expected.error());
    }
}
