// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Loss;
import dev.nn4j.api.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finite predictions and targets at the ends of what a {@link Loss} can be given, each row beside each other. */
public final class LossExtremes {
    private static final int WIDTH = 3;
    private static final float[] NUMBERS = {
        0f,
        -0f,
        Float.MIN_VALUE,
        -1e-30f,
        0.5f,
        -1f,
        20f,
        -90f,
        104f,
        -1e10f,
        1e20f,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE
    };
    private static final float[] NON_NEGATIVE = {
        0f, -0f, Float.MIN_VALUE, 1e-30f, 1e-12f, 0.5f, 20f, 1e10f, 1e30f, Float.MAX_VALUE
    };
    private static final float[] UNIT_INTERVAL = {
        0f, -0f, Float.MIN_VALUE, Float.MIN_NORMAL, 1e-30f, 1e-12f, 1e-7f, 0.5f, Math.nextDown(1f), 1f
    };
    private static final float[] BINARY = {0f, 1f};
    private static final List<float[]> DISTRIBUTIONS = List.of(
            new float[] {1, 0, 0},
            new float[] {0, 1, 0},
            new float[] {0, 0, 1},
            new float[] {Math.nextDown(1f), Float.MIN_VALUE, 1e-8f},
            new float[] {1e-30f, 0.5f, 0.5f},
            new float[] {0.25f, 0.25f, 0.5f});

    private LossExtremes() {}

    public static Optional<String> makesNan(Loss loss) {
        LossBatch batch = batch(
                predictions(loss.domain()), targets(loss), loss.distribution().outputs());
        LossBatch.Result result = batch.run(loss);
        for (int i = 0; i < batch.y().length; i++) {
            int row = i / batch.width();
            if (Double.isNaN(result.rowLoss()[row])) {
                return Optional.of("loss gives NaN at " + batch.describe(row));
            }
            if (Float.isNaN(result.dy()[i])) {
                return Optional.of("gradient gives NaN at " + batch.describe(row));
            }
        }
        return Optional.empty();
    }

    private static List<float[]> predictions(ValueRange domain) {
        return switch (domain) {
            case ANY -> pairs(NUMBERS);
            case NON_NEGATIVE -> pairs(NON_NEGATIVE);
            case UNIT_INTERVAL -> pairs(UNIT_INTERVAL);
            case DISTRIBUTION -> DISTRIBUTIONS;
        };
    }

    private static List<float[]> targets(Loss loss) {
        return switch (loss.targets()) {
            case NUMBERS -> pairs(loss.domain() == ValueRange.NON_NEGATIVE ? NON_NEGATIVE : NUMBERS);
            case BINARY -> pairs(BINARY);
            case ONE_HOT -> DISTRIBUTIONS;
        };
    }

    private static List<float[]> pairs(float[] values) {
        List<float[]> rows = new ArrayList<>();
        for (float one : values) {
            for (float other : values) {
                rows.add(new float[] {one, other, one});
            }
        }
        return rows;
    }

    /** Of several outputs to a target, neighbours take turns. */
    private static LossBatch batch(List<float[]> predictions, List<float[]> targets, int outputs) {
        int rows = predictions.size() * targets.size();
        int width = WIDTH * outputs;
        LossBatch batch = new LossBatch(new float[rows * width], new float[rows * width], width);
        for (int row = 0; row < rows; row++) {
            float[] y = predictions.get(row % predictions.size());
            float[] t = targets.get(row / predictions.size());
            for (int i = 0; i < width; i++) {
                batch.y()[row * width + i] = y[i % WIDTH];
                batch.t()[row * width + i] = t[i / outputs];
            }
        }
        return batch;
    }
}
