// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import java.util.OptionalLong;

/**
 * How far a search goes.
 *
 * @param trials how many
 * @param folds of each; 0 for none
 * @param heldOut the share of the rows that it does not see
 * @param seed of what is tried; the configuration's if there is none
 * @param ensemble whether several trials make the model
 * @param model whether what was chosen is trained on all rows
 */
record Extent(int trials, int folds, double heldOut, OptionalLong seed, boolean ensemble, boolean model) {
    static final int USUAL_TRIALS = 32;
    static final double USUAL_SHARE = 0.2;
    private static final int MOST_TRIALS = 10_000;

    Extent {
        if (trials < 1 || trials > MOST_TRIALS) {
            throw new IllegalArgumentException("trials: must be in [1, " + MOST_TRIALS + "], got " + trials);
        }
        if (folds < 0 || folds == 1) {
            throw new IllegalArgumentException("folds: must be at least 2, got " + folds);
        }
        if (!(heldOut >= 0 && heldOut < 1)) {
            throw new IllegalArgumentException("held out: the share must be in [0, 1), got " + heldOut);
        }
        if (ensemble && folds > 0) {
            throw new IllegalArgumentException("ensemble: is chosen by rows that none of its networks has learnt from,"
                    + " and with folds there are none; leave the ensemble or the folds out");
        }
    }

    static Extent usual() {
        return new Extent(USUAL_TRIALS, 0, USUAL_SHARE, OptionalLong.empty(), false, true);
    }
}
