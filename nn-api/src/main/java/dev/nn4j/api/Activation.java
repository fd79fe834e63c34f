// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.util.Optional;

/**
 * An activation function a = g(z), applied to a layer's pre-activations.
 *
 * <p>Most act element by element: such an author ignores {@code width} and writes one loop over {@code [from, to)}.
 * Functions of a whole row (softmax) use {@code width}. NaN passes through; finite input gives no NaN. The four arrays
 * are distinct, already bounds-checked and must not be retained. nn4j may split the rows of a batch over threads, so a
 * call reads and writes nothing outside {@code [from, to)}.
 *
 * @since 0.1.0
 */
public interface Activation extends Component {
    /** Computes {@code a = g(z)} for the rows in {@code [from, to)}, {@code width} values each. */
    void forward(float[] z, float[] a, int from, int to, int width);

    /**
     * Computes {@code dz = Jᵀ·da}, J the Jacobian of g at z; element by element {@code dz = g'(z)·da}.
     *
     * @param z the pre-activations given to {@link #forward}
     * @param a the activations it returned
     * @param da the gradient of the loss with respect to a
     * @param dz receives the gradient with respect to z
     */
    void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width);

    /** What values {@link #forward} gives; a loss that needs more is refused before training. Any by default. */
    default ValueRange range() {
        return ValueRange.ANY;
    }

    /**
     * The bounds, if this is element by element {@code min(max(z, low), high)} and nothing else: kernels then join it to
     * the product before it. Empty by default; what is declared must agree with {@link #forward} to the bit.
     */
    default Optional<Clamp> clamp() {
        return Optional.empty();
    }

    /**
     * How ONNX's operators compute this. Empty by default: then a network that holds it cannot be exported to ONNX, nor
     * is it recognised when one is imported.
     */
    default Optional<OnnxForm> onnx() {
        return Optional.empty();
    }

    /** This, if it has coefficients that are trained; empty for all but a {@link TrainedActivation}. */
    default Optional<TrainedActivation> trained() {
        return Optional.empty();
    }

    /** The registry name of the initializer that suits a layer with this activation: {@code xavier-uniform}. */
    default String suitableInitializer() {
        return "xavier-uniform";
    }

    /** This activation with other hyperparameter values, already checked against {@link #hyperparameters()}. */
    default Activation with(Hyperparameters values) {
        values.requireNone(name());
        return this;
    }
}
