// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

/** A row and one of the background, and the features in which they differ: the players. For one thread. */
final class Pair {
    private final FeatureSpans spans;
    private final float[] background;
    private final int[] players;
    private float[] rows = new float[0];
    private int row;
    private int other;
    private int count;

    Pair(FeatureSpans spans, float[] background) {
        this.spans = spans;
        this.background = background;
        this.players = new int[spans.count()];
    }

    /**
     * Takes up two rows.
     *
     * @param from index in the rows where the row begins
     * @param fromBackground the same of the background
     * @param order of the features; in it the players come
     */
    void of(float[] others, int from, int fromBackground, int[] order) {
        rows = others;
        row = from;
        other = fromBackground;
        count = 0;
        for (int feature : order) {
            if (!spans.isSame(feature, rows, row, background, other)) {
                players[count++] = feature;
            }
        }
    }

    /** How many players. */
    int count() {
        return count;
    }

    /** The feature that a player is. */
    int player(int index) {
        return players[index];
    }

    /** Makes a hybrid the background's row. */
    void copyBackground(float[] hybrid) {
        System.arraycopy(background, other, hybrid, 0, hybrid.length);
    }

    /** Gives a hybrid the row's value of a feature. */
    void join(int feature, float[] hybrid) {
        spans.copy(feature, rows, row, hybrid, 0);
    }
}
