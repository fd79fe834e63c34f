// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Activation;
import dev.nn4j.testkit.internal.ActivationCoefficients;
import dev.nn4j.testkit.internal.ActivationGradient;
import dev.nn4j.testkit.internal.ActivationOnnx;
import dev.nn4j.testkit.internal.ActivationRepeats;
import dev.nn4j.testkit.internal.ActivationSlices;
import dev.nn4j.testkit.internal.ActivationValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * All that an {@link Activation} must do.
 *
 * @since 0.1.0
 */
public final class ActivationContract implements Contract<Activation> {
    private final long seed;

    /** The contract on random input, different each time; a problem names the seed that shows it again. */
    public ActivationContract() {
        this(new SplittableRandom().nextLong());
    }

    /** The contract on the random input of this seed. */
    public ActivationContract(long seed) {
        this.seed = seed;
    }

    @Override
    public List<Check<Activation>> checks() {
        List<Check<Activation>> checks = new ArrayList<>(new ComponentContract<>(Activation::with).checks());
        checks.add(random("backward agrees with finite differences", ActivationGradient::problem));
        checks.add(random("keeps the range it promises", ActivationValues::leavesRange));
        checks.add(random("is the clamp it declares", ActivationValues::breaksClamp));
        checks.add(new Check<>("passes NaN on", ActivationValues::losesNan));
        checks.add(new Check<>("bears zeros, infinities and NaN", ActivationValues::breaksOnSpecials));
        checks.add(new Check<>("gives no NaN for finite input", ActivationValues::makesNan));
        checks.add(random("reads and writes nothing outside its slice", ActivationSlices::problem));
        checks.add(random("gives the same bits when a batch is split between rows", ActivationRepeats::feelsSplit));
        checks.add(random("gives the same bits whatever was asked before", ActivationRepeats::remembers));
        checks.add(random("gives the same bits on two threads at once", ActivationRepeats::sharesState));
        checks.add(random("is what its ONNX form computes", ActivationOnnx::problem));
        checks.add(new Check<>("names the coefficients that it trains", ActivationCoefficients::misnamed));
        checks.add(random(
                "derivatives by its coefficients agree with finite differences",
                ActivationCoefficients::wrongDerivative));
        checks.add(random(
                "does all this wherever training moves its coefficients", ActivationCoefficients::breaksElsewhere));
        checks.add(new Check<>(
                "names a suitable initializer",
                activation -> ComponentContract.malformed(activation.suitableInitializer())));
        return List.copyOf(checks);
    }

    private Check<Activation> random(String name, BiFunction<Activation, SplittableRandom, Optional<String>> problem) {
        return new Check<>(
                name,
                activation -> problem.apply(activation, new SplittableRandom(seed))
                        .map(text -> text + " (seed " + seed + ")"));
    }
}
