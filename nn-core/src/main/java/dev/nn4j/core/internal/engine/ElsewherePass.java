// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.layer.Workspace;
import java.util.function.Consumer;

/** A pass whose gradients are computed elsewhere. Only what went wrong is looked at here. */
final class ElsewherePass implements TrainingPass {
    private final Gradients gradients;
    private final TrainingPass here;
    private final BatchResult result = new BatchResult();
    private double dropoutFactor = 1;

    ElsewherePass(Gradients gradients, TrainingPass here) {
        this.gradients = gradients;
        this.here = here;
    }

    @Override
    public BatchResult train(float[] parameters, Batch batch, long step, float[] gradient) {
        gradients.compute(batch, step, dropoutFactor, parameters, gradient, result);
        return result;
    }

    /** The batch is computed here, to the same bits, so that its numbers can be shown. */
    @Override
    public void review(float[] parameters, Batch batch, long step, Consumer<Workspace> viewer) {
        here.train(parameters, batch, step, new float[parameters.length]);
        here.review(parameters, batch, step, viewer);
    }

    @Override
    public void scaleDropout(double factor) {
        dropoutFactor = factor;
        here.scaleDropout(factor);
    }

    @Override
    public String lossName() {
        return here.lossName();
    }
}
