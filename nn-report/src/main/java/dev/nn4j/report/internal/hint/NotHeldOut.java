// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.hint;

import java.util.Optional;

/** All rows were learnt from: what the figures say of others is not known, and they flatter. */
public final class NotHeldOut {
    private static final int FEWEST_ROWS_TO_DIVIDE = 10;

    public Optional<String> hint(Observed observed) {
        if (observed.validation().isPresent()) {
            return Optional.empty();
        }
        String way = observed.outcome().training().rows() < FEWEST_ROWS_TO_DIVIDE
                ? "nn evaluate measures on others"
                : "nn evaluate measures on others, --folds 5 on each row by a model that has not seen it, and"
                        + " training.validationFraction 0.2 or --validation FILE keep rows apart";
        return Optional.of("these figures are of the very rows that the model learnt from, and flatter it; " + way);
    }
}
