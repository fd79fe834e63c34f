// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.KernelChoice;

/**
 * Rows that have some values of one row and the rest of another, gathered until it is worth asking the predictor. What it
 * answers to one goes into the contributions of some features, times weights: its terms. For one thread.
 */
final class HybridRows {
    private static final int MOST_ROWS = 256;
    private static final int MOST_FLOATS = 1 << 20;

    private final Predictor predictor;
    private final Scratch scratch;
    private final int width;
    private final int outputWidth;
    private final int most;
    private final float[] rows;
    private final float[] outputs;
    /** Behind the last term of each row. */
    private final int[] ends;

    private final int[] features;
    private final double[] weights;
    private int gathered;
    private int terms;
    private double[] contributions = new double[0];

    /**
     * Hybrid rows for a predictor.
     *
     * @param mostTerms of one row
     */
    HybridRows(Predictor predictor, KernelChoice kernels, int mostTerms) {
        this.predictor = predictor;
        this.scratch = predictor.newScratch(kernels);
        this.width = predictor.schema().rawWidth();
        this.outputWidth = predictor.schema().outputs();
        this.most = Math.max(1, Math.min(MOST_ROWS, MOST_FLOATS / Math.max(width, outputWidth)));
        this.rows = new float[most * width];
        this.outputs = new float[most * outputWidth];
        this.ends = new int[most];
        this.features = new int[most * mostTerms];
        this.weights = new double[most * mostTerms];
    }

    /** Adds to these contributions, {@code features × outputs}, from now on; what was gathered is done. */
    void into(double[] others) {
        contributions = others;
    }

    /** Takes in a row, whose terms come next. */
    void add(float[] row) {
        if (gathered == most) {
            finish();
        }
        System.arraycopy(row, 0, rows, gathered * width, width);
        ends[gathered++] = terms;
    }

    /** What the last row's answer, times the weight, adds to. */
    void term(int feature, double weight) {
        features[terms] = feature;
        weights[terms++] = weight;
        ends[gathered - 1] = terms;
    }

    /** Adds to the contributions of a feature what is known without asking, times the weight. */
    void addTo(int feature, double weight, double[] known) {
        for (int k = 0; k < outputWidth; k++) {
            contributions[feature * outputWidth + k] += weight * known[k];
        }
    }

    /** Asks about what is gathered and adds it up, in the order in which it came. */
    void finish() {
        if (gathered == 0) {
            return;
        }
        predictor.predict(rows, gathered, outputs, scratch);
        int term = 0;
        for (int row = 0; row < gathered; row++) {
            for (; term < ends[row]; term++) {
                int at = features[term] * outputWidth;
                for (int k = 0; k < outputWidth; k++) {
                    contributions[at + k] += weights[term] * outputs[row * outputWidth + k];
                }
            }
        }
        gathered = 0;
        terms = 0;
    }
}
