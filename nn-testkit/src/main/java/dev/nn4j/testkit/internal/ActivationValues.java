// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Clamp;
import dev.nn4j.api.ValueRange;
import dev.nn4j.testkit.Check;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What values an {@link Activation} may and must give. */
public final class ActivationValues {
    private static final double SUM_TOLERANCE = 1e-5;

    private static final float[] SPECIAL = {
        0f, -0f, 1f, -1f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN
    };
    private static final float[] EXTREME = {
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        1e-20f,
        -1e-20f,
        0.5f,
        -0.5f,
        1f,
        -1f,
        3f,
        -3f,
        10f,
        -10f,
        20f,
        -20f,
        50f,
        -50f,
        88f,
        -88f,
        89f,
        -89f,
        104f,
        -104f,
        1e4f,
        -1e4f,
        1e10f,
        -1e10f,
        1e20f,
        -1e20f,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE
    };

    private ActivationValues() {}

    public static Optional<String> leavesRange(Activation activation, SplittableRandom random) {
        for (int width : new int[] {1, 5, 17}) {
            ActivationBatch batch = ActivationBatch.random(random, 64, width);
            float[] a = batch.run(activation).a();
            for (int row = 0; row < batch.rows(); row++) {
                Optional<String> problem = leavesRange(activation.range(), batch, a, row);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    public static Optional<String> breaksClamp(Activation activation, SplittableRandom random) {
        if (activation.clamp().isEmpty()) {
            return Optional.empty();
        }
        Clamp clamp = activation.clamp().get();
        ActivationBatch batch = ActivationBatch.random(random, 64, 5);
        float[] a = batch.run(activation).a();
        return firstOff(clamp, batch.z(), a)
                .or(() -> firstOff(clamp, EXTREME, forward(activation, EXTREME)))
                .or(() -> firstOff(clamp, SPECIAL, forward(activation, SPECIAL)));
    }

    private static float[] forward(Activation activation, float[] z) {
        float[] a = new float[z.length];
        activation.forward(z, a, 0, z.length, 1);
        return a;
    }

    private static Optional<String> firstOff(Clamp clamp, float[] z, float[] a) {
        for (int i = 0; i < z.length; i++) {
            float wanted = clamp.apply(z[i]);
            if (Float.floatToIntBits(wanted) != Float.floatToIntBits(a[i])) {
                return Optional.of("clamp() gives " + wanted + " for " + z[i] + " but forward gives " + a[i]);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> leavesRange(ValueRange range, ActivationBatch batch, float[] a, int row) {
        double sum = 0;
        for (int i = row * batch.width(); i < (row + 1) * batch.width(); i++) {
            if (range.isWithin(ValueRange.UNIT_INTERVAL) && !(a[i] >= 0 && a[i] <= 1)) {
                return Optional.of("range() is " + range + " but forward(" + batch.z()[i] + ") = " + a[i]);
            }
            if (range.isWithin(ValueRange.NON_NEGATIVE) && a[i] < 0) {
                return Optional.of("range() is " + range + " but forward(" + batch.z()[i] + ") = " + a[i]);
            }
            sum += a[i];
        }
        return range.isWithin(ValueRange.DISTRIBUTION) && !(Math.abs(sum - 1) <= SUM_TOLERANCE)
                ? Optional.of("range() is " + range + " but a row of " + batch.width() + " sums to " + sum)
                : Optional.empty();
    }

    /** A row with NaN must show it, or divergence would go unnoticed; other rows must not. */
    public static Optional<String> losesNan(Activation activation) {
        int width = 4;
        for (int column = 0; column < width; column++) {
            float[] z = {0.5f, -0.5f, 2f, -2f, 0.25f, -0.25f, 1f, -1f};
            z[column] = Float.NaN;
            float[] a = new float[z.length];
            activation.forward(z, a, 0, z.length, width);
            if (!hasNan(a, 0, width)) {
                return Optional.of("forward of a row with NaN at " + column + " has none");
            }
            if (hasNan(a, width, 2 * width)) {
                return Optional.of("NaN in one row spreads to the next");
            }
        }
        return Optional.empty();
    }

    private static boolean hasNan(float[] values, int from, int to) {
        return IntStream.range(from, to).anyMatch(i -> Float.isNaN(values[i]));
    }

    /** Whatever the values are, there must be some: an exception here is found by {@link Check#verify}. */
    public static Optional<String> breaksOnSpecials(Activation activation) {
        ActivationBatch batch = ActivationBatch.combining(SPECIAL, SPECIAL);
        return batch.run(activation).sameAs(batch.run(activation))
                ? Optional.empty()
                : Optional.of("two calls with the same infinities differ");
    }

    public static Optional<String> makesNan(Activation activation) {
        ActivationBatch batch = ActivationBatch.combining(EXTREME, new float[] {1f, -1f, 0f, 1e30f});
        ActivationBatch.Result result = batch.run(activation);
        for (int i = 0; i < batch.z().length; i++) {
            if (Float.isNaN(result.a()[i])) {
                return Optional.of("forward gives NaN at z = " + batch.z()[i]);
            }
            if (Float.isNaN(result.dz()[i])) {
                return Optional.of("backward gives NaN at z = " + batch.z()[i] + ", da = " + batch.da()[i]);
            }
        }
        return Optional.empty();
    }
}
