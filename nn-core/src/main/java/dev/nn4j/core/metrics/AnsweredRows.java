// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.ScoredRows;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.WordArray;

/** The rows that a model answered. */
record AnsweredRows(Answers answers) implements ScoredRows {
    @Override
    public int rows() {
        return answers.rows();
    }

    @Override
    public int width() {
        return answers.schema().outputs();
    }

    @Override
    public boolean isOneOfMany() {
        return answers.schema().task() == Task.MULTICLASS;
    }

    @Override
    public boolean isWeighted() {
        return answers.isWeighted();
    }

    @Override
    public float weight(int row) {
        return answers.weight(row);
    }

    @Override
    public float output(int row, int output) {
        return answers.output(row, output);
    }

    @Override
    public float target(int row, int output) {
        return answers.target(row, output);
    }

    @Override
    public double actual(int row, int output) {
        return answers.actual(row, output);
    }

    @Override
    public int truth(int row, int output) {
        return isOneOfMany() ? answers.label(row) : (int) answers.target(row, output);
    }

    @Override
    public int decision(int row, int output) {
        return switch (answers.schema().task()) {
            case MULTICLASS -> answers.decision(row);
            case BINARY, MULTILABEL, REGRESSION ->
                answers.schema().decision().holds(output, answers.output(row, output)) ? 1 : 0;
        };
    }

    @Override
    public int threads() {
        return answers.threads();
    }

    @Override
    public WordArray newWords(long count) {
        return answers.newWords(count);
    }
}
