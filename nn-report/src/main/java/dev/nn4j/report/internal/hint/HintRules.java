// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.hint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What may be worth trying after a training, what matters most first. */
public final class HintRules {
    private static final List<Function<Observed, Optional<String>>> RULES = List.of(
            new HardTarget()::hint,
            new Diverging()::hint,
            new NotLearning()::hint,
            new Overfitting()::hint,
            new Imbalance()::hint,
            new StillImproving()::hint,
            new NotHeldOut()::hint);
    private static final List<Function<Observed, Optional<String>>> RULES_OF_FEW_EPOCHS =
            List.of(new HardTarget()::hint, new Imbalance()::hint, new NotHeldOut()::hint);
    /** With fewer epochs nothing can be said. */
    private static final int FEWEST_EPOCHS = 5;

    private HintRules() {}

    /** The hints, without a prefix; none where all is well. */
    public static List<String> of(Observed observed) {
        List<Function<Observed, Optional<String>>> rules =
                observed.history().size() < FEWEST_EPOCHS ? RULES_OF_FEW_EPOCHS : RULES;
        return rules.stream().flatMap(rule -> rule.apply(observed).stream()).toList();
    }
}
