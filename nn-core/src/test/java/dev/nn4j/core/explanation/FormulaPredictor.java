// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;

/** Answers with what a formula makes of a row. */
record FormulaPredictor(Schema schema, Formula formula) implements Predictor {
    /** Makes outputs of the row that begins at {@code at}. */
    interface Formula {
        void of(float[] rows, int at, float[] outputs, int to);
    }

    /** Makes a number of the row that begins at {@code at}. */
    interface NumberFormula {
        double of(float[] rows, int at);
    }

    /** There is nothing to remember. */
    private record Nothing() implements Scratch {}

    /** A number y of numbers. */
    static FormulaPredictor regression(NumberFormula formula, String... features) {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers(features))
                .targets(List.of("y"))
                .build();
        return new FormulaPredictor(schema, (rows, at, outputs, to) -> outputs[to] = (float) formula.of(rows, at));
    }

    @Override
    public Scratch newScratch(KernelChoice kernels) {
        return new Nothing();
    }

    @Override
    public void predict(float[] rows, int count, float[] outputs, Scratch scratch) {
        for (int row = 0; row < count; row++) {
            formula.of(rows, row * schema.rawWidth(), outputs, row * schema.outputs());
        }
    }
}
