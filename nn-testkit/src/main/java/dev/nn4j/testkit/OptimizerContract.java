// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Optimizer;
import dev.nn4j.testkit.internal.OptimizerDescent;
import dev.nn4j.testkit.internal.OptimizerRun;
import dev.nn4j.testkit.internal.OptimizerSlices;
import dev.nn4j.testkit.internal.OptimizerStateLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that an {@link Optimizer} must do.
 *
 * @since 0.1.0
 */
public final class OptimizerContract implements Contract<Optimizer> {
    private static final Pattern STATE_NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String DECAY = "weightDecay";
    private static final int LENGTH = 77;
    private static final int STEPS = 6;
    private static final float[] EXTREME_GRADIENTS = {
        0f, -0f, Float.MIN_VALUE, -1e-30f, 1e-10f, -1f, 1e10f, -0x1p60f, 1e20f, -1e30f
    };

    private final long seed;

    /** The contract on random input, different each time; a problem names the seed that shows it again. */
    public OptimizerContract() {
        this(new SplittableRandom().nextLong());
    }

    /** The contract on the random input of this seed. */
    public OptimizerContract(long seed) {
        this.seed = seed;
    }

    @Override
    public List<Check<Optimizer>> checks() {
        List<Check<Optimizer>> checks = new ArrayList<>(new ComponentContract<>(Optimizer::with).checks());
        checks.add(new Check<>("has a positive default rate", OptimizerContract::hasNoRate));
        checks.add(new Check<>("names its state, each entry once and always alike", OptimizerContract::misnames));
        checks.add(new Check<>("changes weight decay alone in withWeightDecay", OptimizerContract::mistakesDecay));
        checks.add(random("moves against the gradient", OptimizerDescent::climbs));
        checks.add(random("moves nothing at rate zero", OptimizerContract::movesAtRateZero));
        checks.add(new Check<>("keeps parameters finite under finite gradients", OptimizerContract::blowsUp));
        checks.add(random("writes nothing but its slice and changes no input", OptimizerSlices::problem));
        checks.add(random("gives the same bits however parameters are sliced", OptimizerStateLaw::feelsSlices));
        checks.add(random("resumes from its state to the same bits", OptimizerStateLaw::losesState));
        checks.add(random("serves two trainings in turn without mixing them", OptimizerStateLaw::mixes));
        checks.add(random("gives the same bits on two threads at once", OptimizerStateLaw::sharesState));
        return List.copyOf(checks);
    }

    private Check<Optimizer> random(String name, BiFunction<Optimizer, SplittableRandom, Optional<String>> problem) {
        return new Check<>(
                name,
                optimizer -> problem.apply(optimizer, new SplittableRandom(seed))
                        .map(text -> text + " (seed " + seed + ")"));
    }

    private static Optional<String> hasNoRate(Optimizer optimizer) {
        double rate = optimizer.defaultRate();
        return rate > 0 && rate < Double.POSITIVE_INFINITY ? Optional.empty() : Optional.of("defaultRate() is " + rate);
    }

    /** Arrays and scalars share one name space, that of the tensors in a checkpoint. */
    private static Optional<String> misnames(Optimizer optimizer) {
        List<String> names = stateNames(optimizer);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!STATE_NAME.matcher(name).matches()) {
                return Optional.of("the state name '" + name + "' is not of the form lower_case");
            }
            if (!seen.add(name)) {
                return Optional.of("the state name '" + name + "' is given twice");
            }
        }
        return names.equals(stateNames(optimizer))
                ? Optional.empty()
                : Optional.of("names its state " + names + ", then " + stateNames(optimizer));
    }

    private static List<String> stateNames(Optimizer optimizer) {
        return Stream.concat(optimizer.stateArrays().stream(), optimizer.stateScalars().stream())
                .toList();
    }

    private static Optional<String> mistakesDecay(Optimizer optimizer) {
        if (!(optimizer.hyperparameters().values().get(DECAY) instanceof Double)) {
            return Optional.empty();
        }
        for (double decay : new double[] {0, 0.125}) {
            Optimizer expected =
                    optimizer.with(optimizer.hyperparameters().with(optimizer.name(), Map.of(DECAY, decay)));
            Optimizer found = optimizer.withWeightDecay(decay);
            if (!found.name().equals(expected.name())
                    || !found.hyperparameters().equals(expected.hyperparameters())) {
                return Optional.of("withWeightDecay(" + decay + ") is " + found.name() + " " + found.hyperparameters()
                        + ", not " + expected.name() + " " + expected.hyperparameters());
            }
        }
        return Optional.empty();
    }

    /** A warm-up may begin at zero. */
    private static Optional<String> movesAtRateZero(Optimizer optimizer, SplittableRandom random) {
        float[] w = OptimizerRun.numbers(random, LENGTH);
        OptimizerRun run = OptimizerRun.start(optimizer, w);
        for (int step = 1; step <= STEPS; step++) {
            run.step(OptimizerRun.numbers(random, LENGTH), 0);
            int moved = Arrays.mismatch(run.w(), w);
            if (moved >= 0) {
                return Optional.of(
                        "step " + step + " at rate 0 moves a parameter from " + w[moved] + " to " + run.w()[moved]);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> blowsUp(Optimizer optimizer) {
        for (float gradient : EXTREME_GRADIENTS) {
            float[] w = {0f, 1f, -1f, 1e-3f};
            OptimizerRun run = OptimizerRun.start(optimizer, w);
            for (int step = 1; step <= STEPS; step++) {
                float[] g = {gradient, gradient, step % 2 == 0 ? gradient : 0, step == 1 ? gradient : 1e-3f};
                run.step(g, optimizer.defaultRate());
                for (float value : run.w()) {
                    if (!Float.isFinite(value)) {
                        return Optional.of("step " + step + " with gradients " + Arrays.toString(g)
                                + " leaves the parameters " + Arrays.toString(run.w()));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
