// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.TargetKind;
import dev.nn4j.core.decision.Decision;

/** Counts the rows that a network decides rightly, by what is more likely: a threshold is chosen for a model that is trained. */
public enum CorrectRows {
    /** Numbers are not right or wrong. */
    NONE {
        @Override
        boolean isRight(float[] y, float[] t, int from, int width) {
            return false;
        }
    },
    /** Every output decided as its target, which may be any number from 0 to 1. */
    ALL_SIDES {
        @Override
        boolean isRight(float[] y, float[] t, int from, int width) {
            for (int j = from; j < from + width; j++) {
                if (Decision.isMoreLikely(y[j]) != Decision.isMoreLikely(t[j])) {
                    return false;
                }
            }
            return true;
        }
    },
    /** The first of the greatest outputs is the first of the greatest targets. */
    SAME_GREATEST {
        @Override
        boolean isRight(float[] y, float[] t, int from, int width) {
            return Decision.greatest(y, from, width) == Decision.greatest(t, from, width);
        }
    };

    /** How targets of a kind are met. */
    public static CorrectRows of(TargetKind targets) {
        return switch (targets) {
            case NUMBERS -> NONE;
            case BINARY -> ALL_SIDES;
            case ONE_HOT -> SAME_GREATEST;
        };
    }

    abstract boolean isRight(float[] y, float[] t, int from, int width);

    /** How many of so many rows are. */
    public final int count(float[] y, float[] t, int rows, int width) {
        int right = 0;
        for (int row = 0; row < rows; row++) {
            right += isRight(y, t, row * width, width) ? 1 : 0;
        }
        return right;
    }
}
