// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.validation;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.table.Table;
import java.util.function.BooleanSupplier;

/**
 * Chooses what is trained in a fold, such as the best of a search. What it sees are the rows that the fold learns from alone,
 * so that the rows that judge had no part in the choice (nested cross-validation; Varma and Simon 2006).
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FoldChoice {
    /**
     * The experiment of a fold.
     *
     * @param described what the cross-validation is of, with the seed of the repeat
     * @param training the rows that the fold learns from
     * @param cancelled whether to give up, by a {@link java.util.concurrent.CancellationException} of the {@linkplain
     *     Table#cancellation() table's cancellation}
     */
    Experiment experiment(Experiment described, Table training, BooleanSupplier cancelled);
}
