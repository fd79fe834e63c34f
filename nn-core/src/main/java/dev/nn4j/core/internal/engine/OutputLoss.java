// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.internal.layer.Layer;
import dev.nn4j.core.internal.layer.Workspace;
import dev.nn4j.core.network.DenseSpec;
import java.util.Optional;

/**
 * The loss at the end of a network: over the logits of the output layer where loss and activation have such a form
 * together, over its activations otherwise.
 */
public final class OutputLoss {
    private final Loss loss;
    private final boolean overLogits;

    private OutputLoss(Loss loss, boolean overLogits) {
        this.loss = loss;
        this.overLogits = overLogits;
    }

    /** The stablest form of the loss for this output layer. */
    public static OutputLoss of(Loss loss, DenseSpec output) {
        Optional<Loss> fused = loss.overLogits(output.activation().name());
        return new OutputLoss(fused.orElse(loss), fused.isPresent());
    }

    /** The loss of outputs that no one layer has made. */
    static OutputLoss overOutputs(Loss loss) {
        return new OutputLoss(loss, false);
    }

    /**
     * Each row's loss.
     *
     * @param z the output layer's logits
     * @param a its activations
     */
    public void loss(float[] z, float[] a, float[] targets, double[] rowLoss, int from, int to, int width) {
        loss.loss(overLogits ? z : a, targets, rowLoss, from * width, to * width, width);
    }

    /** Each row's loss, for the rows {@code [from, to)} of a chunk. */
    void loss(Workspace chunk, int from, int to, int width) {
        int last = chunk.z.length - 1;
        loss(chunk.z[last], chunk.a[last], chunk.targets, chunk.rowLoss, from, to, width);
    }

    /**
     * The gradient of the batch's loss over the rows {@code [from, to)} of a chunk: the output layer's dz, at once over
     * logits, else by way of da.
     */
    void gradient(Layer output, Workspace chunk, int from, int to) {
        int width = output.outputs();
        float[] z = chunk.z[output.index()];
        float[] a = chunk.a[output.index()];
        float[] dz = chunk.dz[output.index()];
        float[] da = chunk.da[output.index()];
        float[] gradient = overLogits ? dz : da;
        loss.gradient(overLogits ? z : a, chunk.targets, gradient, from * width, to * width, width);
        for (int row = from; row < to; row++) {
            for (int j = row * width; j < (row + 1) * width; j++) {
                gradient[j] *= chunk.rowShare[row];
            }
        }
        if (!overLogits) {
            output.activationGradient(z, a, da, dz, from, to);
        }
    }

    String name() {
        return loss.name();
    }

    /** What outputs say of a target. */
    TargetDistribution distribution() {
        return loss.distribution();
    }
}
