// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import dev.nn4j.core.table.WordArray;

/**
 * Rows of several outputs, seen as rows of one.
 *
 * @param all the rows
 * @param only the output, which stands for itself
 */
public record RowsOfTarget(ScoredRows all, int only) implements ScoredRows {
    @Override
    public int rows() {
        return all.rows();
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public boolean isOneOfMany() {
        return false;
    }

    @Override
    public boolean isWeighted() {
        return all.isWeighted();
    }

    @Override
    public float weight(int row) {
        return all.weight(row);
    }

    @Override
    public float output(int row, int output) {
        return all.output(row, only);
    }

    @Override
    public float target(int row, int output) {
        return all.target(row, only);
    }

    @Override
    public double actual(int row, int output) {
        return all.actual(row, only);
    }

    @Override
    public int truth(int row, int output) {
        return all.truth(row, only);
    }

    @Override
    public int decision(int row, int output) {
        return all.decision(row, only);
    }

    @Override
    public int threads() {
        return all.threads();
    }

    @Override
    public WordArray newWords(long count) {
        return all.newWords(count);
    }
}
