// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Optimizer;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Whether all that an {@link Optimizer} remembers is the state it declares, element by element. */
public final class OptimizerStateLaw {
    private static final int LENGTH = 77;
    private static final int STEPS = 6;
    private static final int THREADED_LENGTH = 2048;

    private OptimizerStateLaw() {}

    public static Optional<String> feelsSlices(Optimizer optimizer, SplittableRandom random) {
        OptimizerRun whole = OptimizerRun.start(optimizer, OptimizerRun.numbers(random, LENGTH));
        for (int step = 1; step <= STEPS; step++) {
            float[] g = OptimizerRun.numbers(random, LENGTH);
            OptimizerRun before = whole.resumedBy(optimizer);
            whole.step(g, optimizer.defaultRate());
            for (int stride : new int[] {1, 3, 8, 16, 50}) {
                OptimizerRun sliced = before.resumedBy(optimizer);
                sliced.step(g, optimizer.defaultRate(), stride);
                if (!sliced.sameAs(whole)) {
                    return Optional.of("step " + step + " gives other bits in slices of " + stride + " than at once");
                }
            }
        }
        return Optional.empty();
    }

    /** What is not in the declared state is lost with the process: here, with the object. */
    public static Optional<String> losesState(Optimizer optimizer, SplittableRandom random) {
        OptimizerRun whole = OptimizerRun.start(optimizer, OptimizerRun.numbers(random, LENGTH));
        for (int step = 1; step <= STEPS; step++) {
            whole.step(OptimizerRun.numbers(random, LENGTH), optimizer.defaultRate());
        }
        OptimizerRun resumed = whole.resumedBy(optimizer.with(optimizer.hyperparameters()));
        for (int step = STEPS + 1; step <= 2 * STEPS; step++) {
            float[] g = OptimizerRun.numbers(random, LENGTH);
            whole.step(g, optimizer.defaultRate());
            resumed.step(g, optimizer.defaultRate());
            if (!resumed.sameAs(whole)) {
                return Optional.of("stopped after step " + STEPS + " and resumed from the saved state, step " + step
                        + " gives other bits");
            }
        }
        return Optional.empty();
    }

    public static Optional<String> mixes(Optimizer optimizer, SplittableRandom random) {
        float[] w = OptimizerRun.numbers(random, LENGTH);
        float[][] gradients = gradients(random, LENGTH);
        OptimizerRun alone = train(optimizer, w, gradients);
        OptimizerRun beside = OptimizerRun.start(optimizer, w);
        OptimizerRun other = OptimizerRun.start(optimizer, new float[2 * LENGTH]);
        for (float[] g : gradients) {
            other.step(OptimizerRun.numbers(random, 2 * LENGTH), optimizer.defaultRate());
            beside.step(g, optimizer.defaultRate());
        }
        return beside.sameAs(alone)
                ? Optional.empty()
                : Optional.of("a training gives other bits when steps of another one fall between its own");
    }

    private static OptimizerRun train(Optimizer optimizer, float[] w, float[][] gradients) {
        OptimizerRun run = OptimizerRun.start(optimizer, w);
        for (float[] g : gradients) {
            run.step(g, optimizer.defaultRate());
        }
        return run;
    }

    public static Optional<String> sharesState(Optimizer optimizer, SplittableRandom random) {
        float[] w = OptimizerRun.numbers(random, THREADED_LENGTH);
        float[][] one = gradients(random, THREADED_LENGTH);
        float[][] other = gradients(random, THREADED_LENGTH);
        return TwoThreads.disagreement(
                () -> train(optimizer, w, one), () -> train(optimizer, w, other), OptimizerRun::sameAs);
    }

    private static float[][] gradients(SplittableRandom random, int length) {
        return Stream.generate(() -> OptimizerRun.numbers(random, length))
                .limit(STEPS)
                .toArray(float[][]::new);
    }
}
