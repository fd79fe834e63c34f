// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.onnx.reading;

import dev.nn4j.api.Activation;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dense layer while it is put together: g(x·W + b), in double until it is complete. */
final class LayerDraft {
    private final String who;
    private final double[] weights;
    private final int inputs;
    private final int outputs;
    private double @Nullable [] bias;
    private @Nullable Activation activation;

    LayerDraft(Step.Product product) {
        this.who = product.who();
        this.weights = product.weights();
        this.inputs = product.inputs();
        this.outputs = product.outputs();
        this.bias = product.bias().orElse(null);
    }

    String who() {
        return who;
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs;
    }

    boolean hasBias() {
        return bias != null;
    }

    Optional<Activation> activation() {
        return Optional.ofNullable(activation);
    }

    void activate(Activation g) {
        activation = g;
    }

    /** (f·x + o)·W + b = x·(f·W) + (o·W + b): what came before the product goes into it. */
    void foldBefore(Affine affine) {
        Affine rows = affine.stretched(inputs);
        double[] shifted = biasOrZeros();
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < outputs; j++) {
                shifted[j] += rows.offset()[i] * weights[i * outputs + j];
                weights[i * outputs + j] *= rows.factor()[i];
            }
        }
        keep(shifted);
    }

    /** f·(x·W + b) + o = x·(W·f) + (f·b + o): what comes after the product goes into it. */
    void foldAfter(Affine affine) {
        Affine columns = affine.stretched(outputs);
        double[] shifted = biasOrZeros();
        for (int j = 0; j < outputs; j++) {
            shifted[j] = columns.factor()[j] * shifted[j] + columns.offset()[j];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= columns.factor()[i % outputs];
        }
        keep(shifted);
    }

    private double[] biasOrZeros() {
        return bias == null ? new double[outputs] : bias.clone();
    }

    /** A layer without bias stays one if nothing was added. */
    private void keep(double[] shifted) {
        if (bias != null || Arrays.stream(shifted).anyMatch(value -> value != 0)) {
            bias = shifted;
        }
    }

    /** Writes W and b behind each other as floats, and gives the index behind them. */
    int copyTo(float[] parameters, int from) {
        int end = copy(weights, parameters, from);
        return bias == null ? end : copy(bias, parameters, end);
    }

    private int copy(double[] values, float[] parameters, int from) {
        for (int i = 0; i < values.length; i++) {
            float value = (float) values[i];
            OnnxFaults.requireSupported(
                    Float.isFinite(value), who + ": a weight of " + values[i] + " is no finite 32-bit number");
            parameters[from + i] = value;
        }
        return from + values.length;
    }
}
