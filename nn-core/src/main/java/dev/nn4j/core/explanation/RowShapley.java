// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.Predictor;
import dev.nn4j.core.compute.KernelChoice;

/** Shapley's values of one row after the other, for one thread. */
final class RowShapley {
    private final int rowWidth;
    private final int outputWidth;
    private final int backgroundRows;
    private final float[] backgroundOutputs;
    private final int[][] orders;
    private final Pair pair;
    private final HybridRows hybrids;
    private final Coalitions coalitions;
    private final double[] difference;

    /**
     * Explains against a background.
     *
     * @param backgroundOutputs what the predictor answers to it
     * @param orders an order of the features for each row of it
     */
    RowShapley(
            Predictor predictor,
            KernelChoice kernels,
            Background background,
            float[] backgroundOutputs,
            int[][] orders) {
        FeatureSpans spans = new FeatureSpans(predictor.schema());
        this.rowWidth = spans.rowWidth();
        this.outputWidth = predictor.schema().outputs();
        this.backgroundRows = background.count();
        this.backgroundOutputs = backgroundOutputs;
        this.orders = orders;
        this.pair = new Pair(spans, background.shared());
        this.hybrids = new HybridRows(predictor, kernels, Coalitions.MOST_EXACT);
        this.coalitions = new Coalitions(rowWidth, hybrids);
        this.difference = new double[outputWidth];
    }

    /**
     * The contributions to a row's answer, {@code features × outputs}.
     *
     * @param outputs the predictor's answers to the rows
     */
    double[] of(float[] rows, int row, float[] outputs) {
        double[] contributions = new double[orders[0].length * outputWidth];
        hybrids.into(contributions);
        for (int b = 0; b < backgroundRows; b++) {
            pair.of(rows, row * rowWidth, b * rowWidth, orders[b]);
            if (pair.count() > 0) {
                for (int k = 0; k < outputWidth; k++) {
                    difference[k] = (double) outputs[row * outputWidth + k] - backgroundOutputs[b * outputWidth + k];
                }
                coalitions.add(pair, difference);
            }
        }
        hybrids.finish();
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] /= backgroundRows;
        }
        return contributions;
    }
}
