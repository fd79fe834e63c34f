// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Loss;
import dev.nn4j.core.network.LayerSpec;
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
    public static OutputLoss of(Loss loss, LayerSpec.Dense output) {
        Optional<Loss> fused = loss.overLogits(output.activation().name());
        return new OutputLoss(fused.orElse(loss), fused.isPresent());
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

    /**
     * The gradient of the batch's loss over the rows {@code [from, to)}: dz at once over logits, else by way of da.
     *
     * @param rowShare w_r / Σw of the batch for each row
     */
    void gradient(
            Layer output,
            float[] z,
            float[] a,
            float[] targets,
            float[] rowShare,
            float[] da,
            float[] dz,
            int from,
            int to) {
        int width = output.outputs();
        float[] gradient = overLogits ? dz : da;
        loss.gradient(overLogits ? z : a, targets, gradient, from * width, to * width, width);
        for (int row = from; row < to; row++) {
            for (int j = row * width; j < (row + 1) * width; j++) {
                gradient[j] *= rowShare[row];
            }
        }
        if (!overLogits) {
            output.activationGradient(z, a, da, dz, from, to);
        }
    }

    String name() {
        return loss.name();
    }
}
