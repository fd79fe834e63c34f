// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.validation;

/**
 * Trains folds elsewhere, as tasks of a cluster do; see {@link CrossValidation#withTrainer}. Safe for several threads.
 *
 * @since 0.1.0
 */
public interface FoldTrainer {
    /** How many folds it trains at once, at least 1: so many threads call it. */
    int atOnce();

    /**
     * Has a fold trained, and waits for it: {@link CrossValidation#training} on the same rows.
     *
     * @param folds how many there are
     * @param number of the fold, from 1; where folds are repeated, on and on
     * @throws dev.nn4j.api.TrainingDivergedException if a loss or weight is not finite
     */
    TrainedFold train(int folds, int number);
}
