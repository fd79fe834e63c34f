// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.assembly;

import dev.nn4j.api.Activation;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.onnx.internal.reading.chain.Affine;
import dev.nn4j.onnx.internal.reading.chain.Step;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dense layer while it is put together: g(x·W + b), in double until it is complete. */
final class DenseDraft implements LayerDraft {
    private static final String IDENTITY = "identity";

    private final String who;
    private final double[] weights;
    private final int inputs;
    private final int outputs;
    private double @Nullable [] bias;
    private @Nullable Activation activation;

    DenseDraft(Step.Product product) {
        this.who = product.who();
        this.weights = product.weights();
        this.inputs = product.inputs();
        this.outputs = product.outputs();
        this.bias = product.bias().orElse(null);
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public int size() {
        return weights.length + outputs;
    }

    @Override
    public boolean hasBias() {
        return bias != null;
    }

    @Override
    public Optional<Activation> activation() {
        return Optional.ofNullable(activation);
    }

    @Override
    public boolean activate(Activation g) {
        boolean takes = isOpen();
        activation = takes ? g : activation;
        return takes;
    }

    @Override
    public boolean isOpen() {
        return activation == null;
    }

    @Override
    public LayerSpec spec(ComponentRegistry registry) {
        Activation g = activation == null ? registry.activation(IDENTITY) : activation;
        return new DenseSpec(0, outputs, g, registry.initializer(g.suitableInitializer()), hasBias());
    }

    /** (f·x + o)·W + b = x·(f·W) + (o·W + b): what came before the product goes into it. */
    @Override
    public void foldBefore(Affine affine) {
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
    @Override
    public void foldAfter(Affine affine) {
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

    /** W, then b. */
    @Override
    public int copyTo(float[] parameters, int from) {
        int end = LayerDraft.copy(who, weights, parameters, from);
        return bias == null ? end : LayerDraft.copy(who, bias, parameters, end);
    }
}
