// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.validation;

import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.table.WordArray;

/**
 * One fold of a cross-validation: a model that learnt from the other folds, and how it does on the rows of this one.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class Fold {
    private final int number;
    private final int repeat;
    private final WordArray rows;
    private final int epochs;
    private final int bestEpoch;
    private final Answers answers;
    private final Evaluation evaluation;

    Fold(int number, int repeat, WordArray rows, TrainedFold trained, Answers answers, Evaluation evaluation) {
        this.number = number;
        this.repeat = repeat;
        this.rows = rows;
        this.epochs = trained.epochs();
        this.bestEpoch = trained.bestEpoch();
        this.answers = answers;
        this.evaluation = evaluation;
    }

    /** Which fold, counted from 1; where folds are repeated, on and on. */
    public int number() {
        return number;
    }

    /**
     * Which time that rows were divided, counted from 1.
     *
     * @since 0.1.0
     */
    public int repeat() {
        return repeat;
    }

    /** The index in the whole table, from 0, of this fold's row i; ascending. */
    public int row(int i) {
        return rows.get(i);
    }

    /** How many epochs its training had. */
    public int epochs() {
        return epochs;
    }

    /** The epoch whose weights answered, counted from 1. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** The model's answers to the rows of this fold, in their order. */
    public Answers answers() {
        return answers;
    }

    /** How good they are. */
    public Evaluation evaluation() {
        return evaluation;
    }
}
