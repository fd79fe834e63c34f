// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import dev.nn4j.core.table.WordArray;

/** Rows of outputs beside the truth, as the formulas of metrics see them: those of an evaluation, or of an epoch. */
public interface ScoredRows {
    /** How many there are. */
    int rows();

    /** Outputs to a row. */
    int width();

    /** Whether a row's outputs are probabilities of classes of which one is true; else each output stands for itself. */
    boolean isOneOfMany();

    /** Whether rows weigh differently. */
    boolean isWeighted();

    /** What a row weighs. */
    float weight(int row);

    /** A number, or the probability that a class or a yes is true. */
    float output(int row, int output);

    /** What that output should have been. */
    float target(int row, int output);

    /** That number in the target's own units, where these are known; otherwise as the network learns it. */
    double actual(int row, int output);

    /** The class that is true; where outputs stand for themselves 1 for yes and 0 for no. */
    int truth(int row, int output);

    /** The class that is decided for; where outputs stand for themselves 1 for yes and 0 for no. */
    int decision(int row, int output);

    /** At most so many threads may look at them at once. */
    int threads();

    /** Zeros where the rows lie, in the heap or outside it. */
    WordArray newWords(long count);

    /** Whether an output's class, or its yes, is true. */
    default boolean isPositive(int row, int output) {
        return truth(row, output) == (isOneOfMany() ? output : 1);
    }
}
