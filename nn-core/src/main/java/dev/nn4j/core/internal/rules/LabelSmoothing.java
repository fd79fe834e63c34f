// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.TargetKind;

/**
 * Spreads a share ε of each target over the classes: t becomes (1 − ε)·t + ε/K.
 *
 * @param kept 1 − ε
 * @param spread ε/K
 */
public record LabelSmoothing(float kept, float spread) {
    /** A yes or no is one of two. */
    private static final int YES_OR_NO = 2;

    /** Leaves targets as they are. */
    public static LabelSmoothing none() {
        return new LabelSmoothing(1, 0);
    }

    /**
     * For targets of a kind.
     *
     * @param share ε, in [0, 1); 0 for numbers
     * @param outputs targets to a row
     */
    public static LabelSmoothing of(TargetKind targets, double share, int outputs) {
        int classes = targets == TargetKind.ONE_HOT ? outputs : YES_OR_NO;
        return new LabelSmoothing((float) (1 - share), (float) (share / classes));
    }

    /** Spreads the first so many targets. */
    public void apply(float[] targets, int count) {
        if (spread == 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            targets[i] = kept * targets[i] + spread;
        }
    }
}
