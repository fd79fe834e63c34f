// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.internal.distribution.TargetParts;
import dev.nn4j.core.internal.inference.FoldRows;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Answers each row of the table that an ensemble of folds learnt from by the one member that has not seen it. It is asked
 * about that table alone, whole; single rows, of which nobody knows the fold, get the ensemble's answer.
 */
final class OutOfFold implements Predictor {
    private final Model model;
    private final FoldRows folds;

    OutOfFold(Model model, FoldRows folds) {
        this.model = model;
        this.folds = folds;
    }

    @Override
    public Schema schema() {
        return model.schema();
    }

    @Override
    public Scratch newScratch(KernelChoice kernels) {
        return model.newScratch(kernels);
    }

    @Override
    public void predict(float[] rows, int count, float[] outputs, Scratch scratch) {
        model.predict(rows, count, outputs, scratch);
    }

    @Override
    public void predictDetails(float[] rows, int count, float[] details, float[] spread, Scratch scratch) {
        model.predictDetails(rows, count, details, spread, scratch);
    }

    @Override
    public OptionalDouble predict(Table table, Optional<WordArray> weights, OutputSink outputs) {
        return predictDetails(table, weights, (first, count, block) -> {
            TargetParts.answers(schema().distribution(), block, count * schema().outputs(), block);
            outputs.accept(first, count, block);
        });
    }

    /** Which fold left a raw row out cannot be told, so that it would be answered by networks that saw it. */
    @Override
    public OptionalDouble predictDetails(
            float[] rows, float[] targets, int count, OutputSink details, Scratch scratch) {
        throw new IllegalStateException(
                "out-of-fold: rows of the training's table alone can be asked about, as a table");
    }

    /** The loss is the folds' by their weights, in their order. */
    @Override
    public OptionalDouble predictDetails(Table table, Optional<WordArray> weights, OutputSink outputs) {
        double loss = 0;
        double total = 0;
        for (int fold = 0; fold < model.members(); fold++) {
            WordArray rows = folds.of(table, fold, true);
            Optional<WordArray> own = weights.map(all -> weightsOf(table, all, rows));
            double weight = own.map(OutOfFold::sum).orElse((double) rows.length());
            if (weight > 0) {
                loss += weight
                        * model.member(fold)
                                .predictDetails(table.select(rows), own, scattered(rows, outputs))
                                .orElseThrow();
                total += weight;
            }
        }
        return OptionalDouble.of(loss / total);
    }

    /** Hands each output on as that of its row in the whole table. */
    private OutputSink scattered(WordArray rows, OutputSink outputs) {
        int width = model.schema().detailWidth();
        float[] one = new float[width];
        return (first, count, some) -> {
            for (int i = 0; i < count; i++) {
                System.arraycopy(some, i * width, one, 0, width);
                outputs.accept(rows.get(first + i), 1, one);
            }
        };
    }

    private static WordArray weightsOf(Table table, WordArray all, WordArray rows) {
        WordArray weights = table.newWords(rows.length());
        for (long i = 0; i < rows.length(); i++) {
            weights.set(i, all.get(rows.get(i)));
        }
        return weights;
    }

    private static double sum(WordArray weights) {
        double sum = 0;
        for (long i = 0; i < weights.length(); i++) {
            sum += weights.number(i);
        }
        return sum;
    }
}
