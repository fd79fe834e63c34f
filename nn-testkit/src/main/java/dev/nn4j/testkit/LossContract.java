// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import dev.nn4j.testkit.internal.LogitsForm;
import dev.nn4j.testkit.internal.LossBatch;
import dev.nn4j.testkit.internal.LossExtremes;
import dev.nn4j.testkit.internal.LossGradient;
import dev.nn4j.testkit.internal.LossSlices;
import dev.nn4j.testkit.internal.OutputActivation;
import dev.nn4j.testkit.internal.TwoThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * All that a {@link Loss} must do. What it returns from {@link Loss#overLogits} for sigmoid and softmax must do the
 * same and is judged with it.
 *
 * @since 0.1.0
 */
public final class LossContract implements Contract<Loss> {
    private static final int[] WIDTHS = {1, 5, 17};
    private static final double TOLERANCE = 1e-6;

    private final long seed;

    /** The contract on random input, different each time; a problem names the seed that shows it again. */
    public LossContract() {
        this(new SplittableRandom().nextLong());
    }

    /** The contract on the random input of this seed. */
    public LossContract(long seed) {
        this.seed = seed;
    }

    @Override
    public List<Check<Loss>> checks() {
        List<Check<Loss>> checks = new ArrayList<>(new ComponentContract<>(Loss::with).checks());
        checks.add(new Check<>("says what it expects of targets and predictions", LossContract::saysNothing));
        checks.add(random("gradient agrees with finite differences", forms(LossGradient::problem)));
        checks.add(random("over logits agrees with itself after the activation", LogitsForm::problem));
        checks.add(random("is least where the prediction is the target", LossContract::prefersOther));
        checks.add(random("passes NaN on", forms(LossContract::losesNan)));
        checks.add(random("gives no NaN for finite input", forms((loss, random) -> LossExtremes.makesNan(loss))));
        checks.add(random("reads and writes nothing outside its slice", forms(LossSlices::problem)));
        checks.add(random("gives the same bits when a batch is split between rows", forms(LossContract::feelsSplit)));
        checks.add(random("gives the same bits whatever was asked before", forms(LossContract::remembers)));
        checks.add(random("gives the same bits on two threads at once", forms(LossContract::sharesState)));
        return List.copyOf(checks);
    }

    private Check<Loss> random(String name, BiFunction<Loss, SplittableRandom, Optional<String>> problem) {
        return new Check<>(
                name,
                loss -> problem.apply(loss, new SplittableRandom(seed)).map(text -> text + " (seed " + seed + ")"));
    }

    /** Looks at the loss, then at its forms over logits. */
    private static BiFunction<Loss, SplittableRandom, Optional<String>> forms(
            BiFunction<Loss, SplittableRandom, Optional<String>> problem) {
        return (loss, random) -> {
            Optional<String> found = problem.apply(loss, random);
            for (OutputActivation activation : OutputActivation.values()) {
                found = found.or(() -> loss.overLogits(activation.registryName())
                        .flatMap(form -> problem.apply(form, random))
                        .map(text -> "over the logits of " + activation.registryName() + ": " + text));
            }
            return found;
        };
    }

    private static Optional<String> saysNothing(Loss loss) {
        if (Objects.isNull(loss.targets()) || Objects.isNull(loss.domain())) {
            return Optional.of("targets() is " + loss.targets() + " and domain() is " + loss.domain());
        }
        if (Objects.isNull(loss.distribution())) {
            return Optional.of("distribution() is null");
        }
        if (loss.distribution().outputs() > 1 && loss.targets() != TargetKind.NUMBERS) {
            return Optional.of("distribution() takes several outputs for a target that is no number");
        }
        return Objects.isNull(loss.overLogits("sigmoid"))
                ? Optional.of("overLogits(\"sigmoid\") is null instead of empty")
                : Optional.empty();
    }

    /** Only where predictions and targets are of a kind: a score in any range need not look like its label. */
    private static Optional<String> prefersOther(Loss loss, SplittableRandom random) {
        if (loss.domain() == ValueRange.ANY && loss.targets() != TargetKind.NUMBERS) {
            return Optional.empty();
        }
        for (int width : WIDTHS) {
            LossBatch batch = LossBatch.random(loss, random, 64, width);
            double[] best = batch.atTargets(loss).run(loss).rowLoss();
            double[] other = batch.run(loss).rowLoss();
            for (int row = 0; row < batch.rows(); row++) {
                if (!(best[row] <= other[row] + TOLERANCE * Math.max(1, Math.abs(other[row])))) {
                    return Optional.of(batch.describe(row) + " costs " + other[row] + ", but y = t costs " + best[row]);
                }
            }
        }
        return Optional.empty();
    }

    /** A NaN prediction must show in its row's loss, or divergence would go unnoticed; other rows must not feel it. */
    private static Optional<String> losesNan(Loss loss, SplittableRandom random) {
        int targets = 4;
        for (int column = 0; column < targets * loss.distribution().outputs(); column++) {
            LossBatch batch = LossBatch.random(loss, random, 2, targets);
            batch.y()[column] = Float.NaN;
            double[] rowLoss = batch.run(loss).rowLoss();
            if (!Double.isNaN(rowLoss[0])) {
                return Optional.of("loss is " + rowLoss[0] + " at " + batch.describe(0));
            }
            if (Double.isNaN(rowLoss[1])) {
                return Optional.of("NaN in one row spreads to the next");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> feelsSplit(Loss loss, SplittableRandom random) {
        for (int width : WIDTHS) {
            LossBatch batch = LossBatch.random(loss, random, 33, width);
            LossBatch.Result whole = batch.run(loss);
            for (int rows : new int[] {1, 2, 7, 16}) {
                if (!batch.run(loss, rows * batch.width()).sameAs(whole)) {
                    return Optional.of("33 rows of " + width + " give other bits when worked " + rows + " at a time");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> remembers(Loss loss, SplittableRandom random) {
        LossBatch batch = LossBatch.random(loss, random, 8, 5);
        LossBatch.Result first = batch.run(loss);
        for (int call = 2; call <= 8; call++) {
            LossBatch.random(loss, random, call, call).run(loss);
            if (!batch.run(loss).sameAs(first)) {
                return Optional.of("call " + call + " with the same input gives other bits than the first");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sharesState(Loss loss, SplittableRandom random) {
        LossBatch one = LossBatch.random(loss, random, 256, 16);
        LossBatch other = LossBatch.random(loss, random, 256, 16);
        return TwoThreads.disagreement(() -> one.run(loss), () -> other.run(loss), LossBatch.Result::sameAs);
    }
}
