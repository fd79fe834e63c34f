// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import dev.nn4j.core.gradient.BatchLoss;
import dev.nn4j.core.gradient.GradientSum;
import java.io.Serializable;

/** The sum of a run of blocks, or of shards, on its way back to the driver. */
record StepPart(int first, int count, float[] gradient, double loss, int correctRows) implements Serializable {
    static StepPart of(GradientSum.Part part) {
        return new StepPart(
                part.first(),
                part.blocks(),
                part.gradient(),
                part.loss().sum(),
                part.loss().correctRows());
    }

    GradientSum.Part part() {
        return new GradientSum.Part(first, count, gradient, new BatchLoss(loss, correctRows));
    }
}
