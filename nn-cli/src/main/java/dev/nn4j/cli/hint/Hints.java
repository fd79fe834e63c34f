// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.hint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What may be worth trying after a training, what matters most first. */
public final class Hints {
    private static final List<Function<Observed, Optional<String>>> RULES = List.of(
            new Diverging()::hint,
            new NotLearning()::hint,
            new Overfitting()::hint,
            new Imbalance()::hint,
            new StillImproving()::hint);
    /** With fewer epochs nothing can be said. */
    private static final int FEWEST_EPOCHS = 5;

    private Hints() {}

    /** The hints, without a prefix; none where all is well. */
    public static List<String> of(Observed observed) {
        if (observed.history().size() < FEWEST_EPOCHS) {
            return new Imbalance().hint(observed).stream().toList();
        }
        return RULES.stream().flatMap(rule -> rule.apply(observed).stream()).toList();
    }
}
