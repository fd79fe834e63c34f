// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Loss;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Watches what a {@link Loss} touches: it is called on the middle rows of a batch, twice, with other values in the rows
 * around and in the arrays it is to fill. Only the middle of its output may change, and must not depend on anything
 * else.
 */
public final class LossSlices {
    private static final int ROWS = 5;

    private LossSlices() {}

    public static Optional<String> problem(Loss loss, SplittableRandom random) {
        for (int width : new int[] {1, 3, 8, 19}) {
            LossBatch inside = LossBatch.random(loss, random, ROWS, width);
            Framed calm = Framed.around(inside, 0.5f);
            Framed wild = Framed.around(inside, Float.NaN);
            Optional<String> problem = calm.run(loss).or(() -> wild.run(loss));
            if (problem.isPresent()) {
                return problem;
            }
            if (!calm.result().sameAs(wild.result())) {
                return Optional.of("rows of " + width + ": the result depends on what lies outside [from, to)"
                        + " or lay in the output before");
            }
        }
        return Optional.empty();
    }

    /** A batch with equally many foreign rows before and behind it. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the testkit, never compared by equals
    private record Framed(float[] y, float[] t, double[] rowLoss, float[] dy, int width, float foreign) {
        static Framed around(LossBatch inside, float foreign) {
            float[] y = framed(inside.y(), foreign);
            double[] rowLoss = new double[3 * ROWS];
            Arrays.fill(rowLoss, foreign);
            float[] dy = new float[y.length];
            Arrays.fill(dy, foreign);
            return new Framed(y, framed(inside.t(), foreign), rowLoss, dy, inside.width(), foreign);
        }

        private static float[] framed(float[] inside, float foreign) {
            float[] framed = new float[3 * inside.length];
            Arrays.fill(framed, foreign);
            System.arraycopy(inside, 0, framed, inside.length, inside.length);
            return framed;
        }

        Optional<String> run(Loss loss) {
            float[] yBefore = y.clone();
            float[] tBefore = t.clone();
            loss.loss(y, t, rowLoss, ROWS * width, 2 * ROWS * width, width);
            loss.gradient(y, t, dy, ROWS * width, 2 * ROWS * width, width);
            return changed("y", y, yBefore)
                    .or(() -> changed("t", t, tBefore))
                    .or(this::rowLossOutside)
                    .or(this::gradientOutside);
        }

        private static Optional<String> changed(String name, float[] array, float[] before) {
            int at = Arrays.mismatch(array, before);
            return at < 0 ? Optional.empty() : Optional.of("writes to its input " + name + " at index " + at);
        }

        private Optional<String> rowLossOutside() {
            for (int row = 0; row < rowLoss.length; row++) {
                if ((row < ROWS || row >= 2 * ROWS) && Double.compare(rowLoss[row], foreign) != 0) {
                    return Optional.of(outside("rowLoss", row, 1));
                }
            }
            return Optional.empty();
        }

        private Optional<String> gradientOutside() {
            for (int i = 0; i < dy.length; i++) {
                int row = i / width;
                if ((row < ROWS || row >= 2 * ROWS) && Float.compare(dy[i], foreign) != 0) {
                    return Optional.of(outside("dy", i, width));
                }
            }
            return Optional.empty();
        }

        private static String outside(String name, int index, int perRow) {
            return "writes " + name + "[" + index + "], which is outside [" + ROWS * perRow + ", " + 2 * ROWS * perRow
                    + ")";
        }

        LossBatch.Result result() {
            return new LossBatch.Result(
                    Arrays.copyOfRange(rowLoss, ROWS, 2 * ROWS),
                    Arrays.copyOfRange(dy, ROWS * width, 2 * ROWS * width));
        }
    }
}
