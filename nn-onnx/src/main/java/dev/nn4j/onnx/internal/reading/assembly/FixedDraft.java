// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.assembly;

import dev.nn4j.api.Activation;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.onnx.internal.reading.chain.Affine;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Optional;

/**
 * A layer that takes in nothing of what stands around it.
 *
 * @param who the node, for messages
 * @param inputs values to a row that it takes; 0 if that is not known
 * @param outputs values to a row that it gives; 0 if that is not known
 * @param spec what it is
 * @param trained what it trains
 * @param kept what it keeps without training it
 */
record FixedDraft(String who, int inputs, int outputs, LayerSpec spec, double[] trained, double[] kept)
        implements LayerDraft {
    FixedDraft(String who, int width, LayerSpec spec, double... trained) {
        this(who, width, width, spec, trained, new double[0]);
    }

    @Override
    public int size() {
        return trained.length;
    }

    @Override
    public Optional<Activation> activation() {
        return Optional.empty();
    }

    @Override
    public boolean activate(Activation activation) {
        return false;
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public boolean hasBias() {
        return false;
    }

    @Override
    public void foldBefore(Affine affine) {
        throw OnnxFaults.unsupported(who + " follows arithmetic that no layer before it can take");
    }

    @Override
    public void foldAfter(Affine affine) {
        throw OnnxFaults.unsupported(who + " is followed by arithmetic that no layer behind it can take");
    }

    @Override
    public LayerSpec spec(ComponentRegistry registry) {
        return spec;
    }

    @Override
    public int copyTo(float[] parameters, int from) {
        return LayerDraft.copy(who, trained, parameters, from);
    }

    @Override
    public int copyStatisticsTo(float[] parameters, int from) {
        return LayerDraft.copy(who, kept, parameters, from);
    }
}
