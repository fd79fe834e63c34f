// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Optimizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** Watches what {@link Optimizer#update} touches: its slice of the parameters and of the state arrays alone. */
public final class OptimizerSlices {
    private static final int LENGTH = 48;
    private static final int FROM = 11;
    private static final int TO = 30;
    private static final int ROUNDS = 3;

    private OptimizerSlices() {}

    public static Optional<String> problem(Optimizer optimizer, SplittableRandom random) {
        OptimizerRun run = OptimizerRun.start(optimizer, OptimizerRun.numbers(random, LENGTH));
        for (int round = 1; round <= ROUNDS; round++) {
            run.step(OptimizerRun.numbers(random, LENGTH), optimizer.defaultRate()); // so that no state is zero
            Optional<String> problem = watch(run, OptimizerRun.numbers(random, LENGTH), optimizer);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> watch(OptimizerRun run, float[] g, Optimizer optimizer) {
        run.prepare(optimizer.defaultRate());
        OptimizerRun before = run.resumedBy(optimizer);
        float[] gBefore = g.clone();
        run.update(g, optimizer.defaultRate(), FROM, TO);
        if (!Arrays.equals(g, gBefore)) {
            return Optional.of("writes to its input g at index " + Arrays.mismatch(g, gBefore));
        }
        if (!Arrays.equals(run.scalars(), before.scalars())) {
            return Optional.of("changes the scalar state in update, where other slices read it");
        }
        Optional<String> problem = outside("w", run.w(), before.w());
        for (int k = 0; k < run.arrays().length; k++) {
            String name = "the state array " + optimizer.stateArrays().get(k);
            float[] now = run.arrays()[k];
            float[] then = before.arrays()[k];
            problem = problem.or(() -> outside(name, now, then));
        }
        return problem;
    }

    private static Optional<String> outside(String name, float[] now, float[] then) {
        for (int i = 0; i < now.length; i++) {
            if ((i < FROM || i >= TO) && Float.compare(now[i], then[i]) != 0) {
                return Optional.of(
                        "writes " + name + " at index " + i + ", which is outside [" + FROM + ", " + TO + ")");
            }
        }
        return Optional.empty();
    }
}
