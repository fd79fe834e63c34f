// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Optimizer;
import java.util.Optional;
import java.util.SplittableRandom;

/** Whether an {@link Optimizer} goes downhill. */
public final class OptimizerDescent {
    private static final int LENGTH = 64;
    private static final int STEPS = 300;

    private OptimizerDescent() {}

    /**
     * On f = Σ ½·cᵢ·(wᵢ − pᵢ)², from w = 0, where no weight decay pulls: the first step must lower f and so must many.
     */
    public static Optional<String> climbs(Optimizer optimizer, SplittableRandom random) {
        Quadratic f = Quadratic.random(random, LENGTH);
        OptimizerRun run = OptimizerRun.start(optimizer, new float[LENGTH]);
        double start = f.value(run.w());
        for (int step = 1; step <= STEPS; step++) {
            run.step(f.gradient(run.w()), optimizer.defaultRate());
            if ((step == 1 || step == STEPS) && !(f.value(run.w()) < start)) {
                return Optional.of("a quadratic that is " + start + " at the start is " + f.value(run.w())
                        + " after step " + step + " at the default rate");
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("ArrayRecordComponent") // never leaves the testkit, never compared by equals
    private record Quadratic(float[] curvature, float[] minimum) {
        static Quadratic random(SplittableRandom random, int length) {
            float[] curvature = new float[length];
            float[] minimum = new float[length];
            for (int i = 0; i < length; i++) {
                curvature[i] = (float) random.nextDouble(0.5, 2);
                minimum[i] = (random.nextBoolean() ? 1f : -1f) * (float) random.nextDouble(1, 2);
            }
            return new Quadratic(curvature, minimum);
        }

        double value(float[] w) {
            double sum = 0;
            for (int i = 0; i < w.length; i++) {
                double distance = (double) w[i] - minimum[i];
                sum += 0.5 * curvature[i] * distance * distance;
            }
            return sum;
        }

        float[] gradient(float[] w) {
            float[] g = new float[w.length];
            for (int i = 0; i < w.length; i++) {
                g[i] = curvature[i] * (w[i] - minimum[i]);
            }
            return g;
        }
    }
}
