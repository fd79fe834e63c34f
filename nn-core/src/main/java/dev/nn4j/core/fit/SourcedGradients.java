// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.gradient.BatchLoss;
import dev.nn4j.core.gradient.GradientSource;
import dev.nn4j.core.gradient.TrainingBatch;
import dev.nn4j.core.internal.engine.Batch;
import dev.nn4j.core.internal.engine.BatchResult;
import dev.nn4j.core.internal.engine.Gradients;
import java.util.Objects;

/** The engine's batches as a {@link GradientSource} is asked for them. */
record SourcedGradients(GradientSource source) implements Gradients {
    @Override
    public void compute(
            Batch batch, long step, double dropoutFactor, float[] parameters, float[] gradient, BatchResult result) {
        int first = batch.first();
        TrainingBatch asked =
                new TrainingBatch(step, batch.order(), first, first + batch.rows(), batch.usualWeight(), dropoutFactor);
        BatchLoss loss = source.gradient(asked, parameters, gradient);
        Objects.requireNonNull(loss, "network training: the gradient source gave no losses (null)");
        if (loss.correctRows() < 0 || loss.correctRows() > batch.rows()) {
            throw new IllegalArgumentException("network training: the gradient source must give 0 to " + batch.rows()
                    + " correct rows, got " + loss.correctRows());
        }
        result.set(batch, loss.sum(), loss.correctRows());
    }
}
