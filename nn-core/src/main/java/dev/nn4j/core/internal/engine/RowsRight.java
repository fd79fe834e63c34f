// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.TargetKind;

/** Counts the rows that a network decides rightly. */
enum RowsRight {
    /** Numbers are not right or wrong. */
    NONE {
        @Override
        boolean isRight(float[] y, float[] t, int from, int width) {
            return false;
        }
    },
    /** Every output on the right side of one half. */
    ALL_SIDES {
        @Override
        boolean isRight(float[] y, float[] t, int from, int width) {
            for (int j = from; j < from + width; j++) {
                if (y[j] > 0.5f != t[j] > 0.5f) {
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
            return greatest(y, from, width) == greatest(t, from, width);
        }
    };

    static RowsRight of(TargetKind targets) {
        return switch (targets) {
            case NUMBERS -> NONE;
            case BINARY -> ALL_SIDES;
            case ONE_HOT -> SAME_GREATEST;
        };
    }

    abstract boolean isRight(float[] y, float[] t, int from, int width);

    final int count(float[] y, float[] t, int rows, int width) {
        int right = 0;
        for (int row = 0; row < rows; row++) {
            right += isRight(y, t, row * width, width) ? 1 : 0;
        }
        return right;
    }

    private static int greatest(float[] values, int from, int width) {
        int greatest = 0;
        for (int j = 1; j < width; j++) {
            if (values[from + j] > values[from + greatest]) {
                greatest = j;
            }
        }
        return greatest;
    }
}
