// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.assembly;

import dev.nn4j.api.Activation;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.onnx.internal.reading.chain.Affine;
import dev.nn4j.onnx.internal.reading.chain.Step;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Optional;

/** A normalisation that is a layer of its own. */
final class NormalizationDraft implements LayerDraft {
    private final Step.Normalization step;
    private Affine scaleAndShift;

    NormalizationDraft(Step.Normalization step) {
        this.step = step;
        this.scaleAndShift = new Affine(step.scale(), step.shift());
    }

    @Override
    public int inputs() {
        return step.scale().length;
    }

    @Override
    public int outputs() {
        return inputs();
    }

    @Override
    public int size() {
        return 2 * inputs();
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
        return true;
    }

    @Override
    public boolean hasBias() {
        return true;
    }

    @Override
    public void foldBefore(Affine affine) {
        throw OnnxFaults.unsupported(step.who() + " follows arithmetic that no layer before it can take");
    }

    @Override
    public void foldAfter(Affine affine) {
        scaleAndShift = scaleAndShift.then(affine.stretched(outputs()));
    }

    @Override
    public LayerSpec spec(ComponentRegistry registry) {
        return step.spec();
    }

    @Override
    public int copyTo(float[] parameters, int from) {
        int end = LayerDraft.copy(step.who(), scaleAndShift.factor(), parameters, from);
        return LayerDraft.copy(step.who(), scaleAndShift.offset(), parameters, end);
    }

    @Override
    public int copyStatisticsTo(float[] parameters, int from) {
        return LayerDraft.copy(step.who(), step.statistics(), parameters, from);
    }
}
