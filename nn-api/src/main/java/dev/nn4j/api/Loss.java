// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.util.Optional;

/**
 * A loss function L(y, t) of predictions y and targets t, for each row on its own.
 *
 * <p>A row's loss is the mean over its outputs (for categorical cross-entropy: the sum; of a {@link #distribution}: as the loss
 * says). It is unweighted: nn4j
 * multiplies row r's loss and gradient by w_r / Σw of the batch and adds rows in order, and so serves sample and class
 * weights. Finite input gives no NaN; a NaN prediction gives its row a NaN loss, by which divergence is seen. Arrays are
 * distinct, bounds-checked and must not be retained; a call reads and writes nothing outside the rows of {@code [from,
 * to)}.
 *
 * @since 0.1.0
 */
public interface Loss extends Component {
    /**
     * Computes each row's loss.
     *
     * @param y predictions, row-major, {@code width} to a row
     * @param t targets, laid out as y
     * @param rowLoss receives row r's loss at index r = {@code from/width} … {@code to/width − 1}
     */
    void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width);

    /** Computes {@code dy}, the gradient of each row's loss with respect to its predictions. */
    void gradient(float[] y, float[] t, float[] dy, int from, int to, int width);

    /** What it expects of the targets; this decides the task. */
    TargetKind targets();

    /** What it expects of the predictions; an output activation whose range is wider is refused. Any by default. */
    default ValueRange domain() {
        return ValueRange.ANY;
    }

    /**
     * What the network's outputs say of a target column; one number by default, and {@link TargetDistribution#number} for all
     * losses that do not judge {@link TargetKind#NUMBERS}. Where it takes several outputs for a target, y has those of a row's
     * first target first, and t the target as often, so that both are laid out alike.
     */
    default TargetDistribution distribution() {
        return TargetDistribution.number();
    }

    /**
     * The composition of this loss with the named output activation as a loss over the logits z, where that has a
     * stabler value and gradient than the two apart (BCE ∘ sigmoid, categorical ∘ softmax): its y is z, its dy is dz.
     * Empty by default.
     *
     * @param activationName registry name of the output layer's activation
     */
    default Optional<Loss> overLogits(String activationName) {
        return Optional.empty();
    }

    /** This loss with other hyperparameter values, already checked against {@link #hyperparameters()}. */
    default Loss with(Hyperparameters values) {
        values.requireNone(name());
        return this;
    }
}
