// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An activation function with coefficients that are trained, as many for each unit: the slope of a PReLU (He et al. 2015,
 * "Delving deep into rectifiers"), the β of a Swish. It is a layer of its own, of type {@code activation}. nn4j keeps the
 * coefficients with the network's parameters: it saves them, has the optimizer move them (at {@code training.slopeRate}) and
 * adds their gradients over the rows.
 *
 * <p>In arrays of coefficients, that with the number k of unit j is at {@code k·width + j}; unit j is the j-th value of a
 * row, so that of the value at i is {@code i % width}. A unit's coefficients act on that unit's activation alone. They may
 * become any finite number, for which all must hold that {@link Activation} says.
 *
 * @since 0.1.0
 */
public interface TrainedActivation extends Activation {
    /** The most coefficients that a unit may have. */
    int MOST_COEFFICIENTS = 16;

    /**
     * A coefficient of each unit.
     *
     * @param name of the form of a hyperparameter's: {@code slope}
     * @param start what it is when a training begins; finite as a float
     * @since 0.1.0
     */
    record Coefficient(String name, double start) {
        /** Refuses a start that is not finite. */
        public Coefficient {
            if (!Float.isFinite((float) start)) {
                throw new IllegalArgumentException(
                        "coefficient '" + name + "': must start at a finite number, got " + start);
            }
        }
    }

    /** What is trained for each unit: 1 to {@link #MOST_COEFFICIENTS}, always the same, whatever the hyperparameters. */
    List<Coefficient> coefficients();

    /**
     * Computes {@code a = g(z; p)} for the rows in {@code [from, to)}, {@code width} values each.
     *
     * @param p the coefficients; read only
     */
    void forward(float[] z, float[] p, float[] a, int from, int to, int width);

    /**
     * Computes {@code dz = Jᵀ·da}, J the Jacobian of g by z; element by element {@code dz = g'(z; p)·da}.
     *
     * @param z the pre-activations given to {@code forward}
     * @param p the coefficients given to it
     * @param a the activations it returned
     * @param da the gradient of the loss with respect to a
     * @param dz receives the gradient with respect to z
     */
    void backward(float[] z, float[] p, float[] a, float[] da, float[] dz, int from, int to, int width);

    /**
     * Computes the derivative of each activation by one coefficient of its unit: {@code d[i] = ∂a[i]/∂p[k·width + i % width]}.
     *
     * @param k which coefficient, counted from 0
     * @param z the pre-activations given to {@code forward}
     * @param p the coefficients given to it
     * @param a the activations it returned
     * @param d receives the derivatives
     */
    void derivative(int k, float[] z, float[] p, float[] a, float[] d, int from, int to, int width);

    /**
     * How ONNX's operators compute this with coefficients that are rows of the graph. Empty by default: then a network that
     * holds it cannot be exported to ONNX.
     *
     * @param coefficients names of the values that hold them, {@code [width]} each
     */
    default Optional<OnnxForm> onnx(List<String> coefficients) {
        return Optional.empty();
    }

    /** The coefficients of this many units as they are when a training begins. */
    default float[] start(int width) {
        List<Coefficient> each = coefficients();
        float[] p = new float[each.size() * width];
        for (int k = 0; k < each.size(); k++) {
            Arrays.fill(p, k * width, (k + 1) * width, (float) each.get(k).start());
        }
        return p;
    }

    /** With the coefficients that it starts with. */
    @Override
    default void forward(float[] z, float[] a, int from, int to, int width) {
        forward(z, start(width), a, from, to, width);
    }

    /** With the coefficients that it starts with. */
    @Override
    default void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        backward(z, start(width), a, da, dz, from, to, width);
    }

    @Override
    default Optional<TrainedActivation> trained() {
        return Optional.of(this);
    }
}
