// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Loss;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Compares {@link Loss#gradient} with numerical derivatives of {@link Loss#loss}. It finds a gradient that is wrong by
 * one per cent where it is not small.
 */
public final class LossGradient {
    /** Rounding error of a loss that is computed well in float, relative to max(1, L): 4 units in the last place. */
    private static final double ROUNDING = 0x1p-21;

    private static final int[] WIDTHS = {1, 4, 9};
    private static final int COORDINATES = 144;

    private LossGradient() {}

    public static Optional<String> problem(Loss loss, SplittableRandom random) {
        for (int width : WIDTHS) {
            LossBatch batch = LossBatch.random(loss, random, COORDINATES / width, width);
            LossBatch.Result result = batch.run(loss);
            for (int i = 0; i < batch.y().length; i++) {
                FiniteDifference.Estimate expected = derivative(loss, batch, result.rowLoss()[i / batch.width()], i);
                if (!expected.agreesWith(result.dy()[i])) {
                    return Optional.of(describe(batch, i, result.dy()[i], expected));
                }
            }
        }
        return Optional.empty();
    }

    private static FiniteDifference.Estimate derivative(Loss loss, LossBatch batch, double rowLoss, int index) {
        int row = index / batch.width();
        int column = index % batch.width();
        double noise = ROUNDING * Math.max(1, Math.abs(rowLoss));
        return FiniteDifference.atZero(step -> batch.movedRow(loss, row, column, step) - rowLoss, noise);
    }

    private static String describe(LossBatch batch, int i, float found, FiniteDifference.Estimate expected) {
        return String.format(
                Locale.ROOT,
                "at %s: dy[%d] is %s, but finite differences give %.6g ± %.2g",
                batch.describe(i / batch.width()),
                i % batch.width(),
                found,
                expected.value(),
                expected.error());
    }
}
