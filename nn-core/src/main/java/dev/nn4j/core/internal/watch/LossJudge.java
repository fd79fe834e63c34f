// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.api.Loss;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.engine.CorrectRows;
import dev.nn4j.core.internal.engine.Trainer;

/** Loss and accuracy of outputs, which need not be those of one network. */
final class LossJudge implements Trainer.Judge {
    private final DataSet data;
    private final Loss loss;
    private final CorrectRows right;
    private final int width;
    private final BlockSum losses = new BlockSum();
    private final BlockSum weights = new BlockSum();
    private long rowsRight;

    LossJudge(DataSet data, Loss loss) {
        this.data = data;
        this.loss = loss;
        this.right = CorrectRows.of(loss.targets());
        this.width = data.targetWidth() * loss.distribution().outputs();
    }

    @Override
    public void judge(int first, int rows, float[] outputs, float[] targets) {
        if (first == 0) {
            losses.reset();
            weights.reset();
            rowsRight = 0;
        }
        double[] each = new double[rows];
        loss.loss(outputs, targets, each, 0, rows * width, width);
        for (int r = 0; r < rows; r++) {
            double weight = data.weight(first + r);
            losses.add(first + r, weight * each[r]);
            weights.add(first + r, weight);
        }
        rowsRight += right.count(outputs, targets, rows, width);
    }

    double loss() {
        return losses.total() / weights.total();
    }

    /** The share of rows that are decided rightly, whatever they weigh. */
    double accuracy() {
        return (double) rowsRight / data.rows();
    }
}
