// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.api.TargetKind;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.score.ScoredRows;
import dev.nn4j.core.table.WordArray;

/**
 * The validation rows of an epoch, which are shown some at a time: outputs and truth, which lie where the data does. Decided
 * is what is more likely: a threshold is chosen for a model that is trained.
 */
final class ShownRows implements ScoredRows {
    private final DataSet data;
    private final TargetKind kind;
    private final int width;
    private final WordArray outputs;
    private final WordArray targets;
    private final WordArray memory;
    private final float[] row;

    ShownRows(DataSet data, TargetKind kind, Cancellation cancellation) {
        this.data = data;
        this.kind = kind;
        this.width = data.targetWidth();
        this.outputs = data.newWords((long) data.rows() * width).walked(cancellation);
        this.targets = data.newWords((long) data.rows() * width).walked(cancellation);
        this.memory = data.newWords(data.rows()).walked(cancellation);
        this.row = new float[width];
    }

    /** Takes so many rows in, the first of which has this number. */
    void add(int first, int rows, float[] someOutputs, float[] someTargets) {
        outputs.write((long) first * width, someOutputs, 0, rows * width);
        targets.write((long) first * width, someTargets, 0, rows * width);
    }

    @Override
    public int rows() {
        return data.rows();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public boolean isOneOfMany() {
        return kind == TargetKind.ONE_HOT;
    }

    @Override
    public boolean isWeighted() {
        return data.isWeighted();
    }

    @Override
    public float weight(int row) {
        return data.weight(row);
    }

    @Override
    public float output(int row, int output) {
        return outputs.number(place(row, output));
    }

    @Override
    public float target(int row, int output) {
        return targets.number(place(row, output));
    }

    @Override
    public double actual(int row, int output) {
        return target(row, output);
    }

    @Override
    public int truth(int row, int output) {
        return chosen(targets, row, output);
    }

    @Override
    public int decision(int row, int output) {
        return chosen(outputs, row, output);
    }

    private int chosen(WordArray numbers, int number, int output) {
        if (!isOneOfMany()) {
            return Decision.isMoreLikely(numbers.number(place(number, output))) ? 1 : 0;
        }
        numbers.read(place(number, 0), row, 0, width);
        return Decision.greatest(row, 0, width);
    }

    /** The same words every time: each metric needs them only while it is computed. */
    @Override
    public int threads() {
        return 1;
    }

    @Override
    public WordArray newWords(long count) {
        return memory;
    }

    private long place(int row, int output) {
        return (long) row * width + output;
    }
}
