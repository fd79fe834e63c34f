// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Activation;
import java.util.Optional;
import java.util.SplittableRandom;

/** Whether an {@link Activation} gives the same bits for the same rows, however and whenever it is asked. */
public final class ActivationRepeats {
    private ActivationRepeats() {}

    public static Optional<String> feelsSplit(Activation activation, SplittableRandom random) {
        for (int width : new int[] {1, 5, 17}) {
            ActivationBatch batch = ActivationBatch.random(random, 33, width);
            ActivationBatch.Result whole = batch.run(activation);
            for (int rows : new int[] {1, 2, 7, 16}) {
                if (!batch.run(activation, rows * width).sameAs(whole)) {
                    return Optional.of("33 rows of " + width + " give other bits when worked " + rows + " at a time");
                }
            }
        }
        return Optional.empty();
    }

    public static Optional<String> remembers(Activation activation, SplittableRandom random) {
        ActivationBatch batch = ActivationBatch.random(random, 8, 5);
        ActivationBatch.Result first = batch.run(activation);
        for (int call = 2; call <= 8; call++) {
            ActivationBatch.random(random, call, call).run(activation);
            if (!batch.run(activation).sameAs(first)) {
                return Optional.of("call " + call + " with the same input gives other bits than the first");
            }
        }
        return Optional.empty();
    }

    public static Optional<String> sharesState(Activation activation, SplittableRandom random) {
        ActivationBatch one = ActivationBatch.random(random, 256, 16);
        ActivationBatch other = ActivationBatch.random(random, 256, 16);
        return TwoThreads.disagreement(
                () -> one.run(activation), () -> other.run(activation), ActivationBatch.Result::sameAs);
    }
}
