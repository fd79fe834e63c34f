// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.score.Metric;
import java.util.OptionalDouble;

/** What a metric is where some features' values stand in other rows. For one thread. */
final class PermutedScores {
    private static final int MOST_ROWS = 256;
    private static final int MOST_FLOATS = 1 << 20;

    private final Predictor predictor;
    private final Scratch scratch;
    private final FeatureSpans spans;
    private final float[] rows;
    private final Answers answers;
    private final float[] usualOutputs;
    private final Metric metric;
    private final float[] block;
    private final float[] blockOutputs;
    private final int[] blockRows;

    PermutedScores(Predictor predictor, KernelChoice kernels, float[] rows, Answers answers, Metric metric) {
        this.predictor = predictor;
        this.scratch = predictor.newScratch(kernels);
        this.spans = new FeatureSpans(predictor.schema());
        this.rows = rows;
        this.answers = answers;
        this.usualOutputs = answers.outputs();
        this.metric = metric;
        int outputs = predictor.schema().outputs();
        this.blockRows = new int[Math.max(1, Math.min(MOST_ROWS, MOST_FLOATS / Math.max(spans.rowWidth(), outputs)))];
        this.block = new float[blockRows.length * spans.rowWidth()];
        this.blockOutputs = new float[blockRows.length * outputs];
    }

    /** Empty where it is undefined. Only rows that get other values are asked about. */
    OptionalDouble of(int[] features, int[] order) {
        float[] outputs = usualOutputs.clone();
        int width = spans.rowWidth();
        int gathered = 0;
        for (int row = 0; row < order.length; row++) {
            if (!isSame(features, row, order[row])) {
                System.arraycopy(rows, row * width, block, gathered * width, width);
                for (int feature : features) {
                    spans.copy(feature, rows, order[row] * width, block, gathered * width);
                }
                blockRows[gathered++] = row;
                gathered = gathered == blockRows.length ? asked(gathered, outputs) : gathered;
            }
        }
        asked(gathered, outputs);
        return answers.withOutputs(outputs).figure(metric);
    }

    private boolean isSame(int[] features, int row, int other) {
        int width = spans.rowWidth();
        for (int feature : features) {
            if (!spans.isSame(feature, rows, row * width, rows, other * width)) {
                return false;
            }
        }
        return true;
    }

    /** Puts the answers where they belong; none are gathered then. */
    private int asked(int gathered, float[] outputs) {
        predictor.predict(block, gathered, blockOutputs, scratch);
        int width = predictor.schema().outputs();
        for (int i = 0; i < gathered; i++) {
            System.arraycopy(blockOutputs, i * width, outputs, blockRows[i] * width, width);
        }
        return 0;
    }
}
