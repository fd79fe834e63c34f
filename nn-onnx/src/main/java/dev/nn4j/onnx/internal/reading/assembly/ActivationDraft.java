// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.assembly;

import dev.nn4j.api.Activation;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.onnx.internal.reading.chain.Affine;
import dev.nn4j.onnx.internal.reading.chain.Step;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Optional;

/** An activation that is a layer of its own. In front of a network it is as wide as the layer behind it. */
final class ActivationDraft implements LayerDraft {
    private final Step.Activated step;
    private final int width;

    /**
     * A draft.
     *
     * @param width values to a row; 0 if that is not known
     */
    ActivationDraft(Step.Activated step, int width) {
        this.step = step;
        this.width = width;
    }

    @Override
    public int inputs() {
        return width;
    }

    @Override
    public int outputs() {
        return width;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public Optional<Activation> activation() {
        return Optional.of(step.activation());
    }

    @Override
    public boolean activate(Activation another) {
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
        throw OnnxFaults.unsupported(step.who() + " follows arithmetic that no layer before it can take");
    }

    @Override
    public void foldAfter(Affine affine) {
        throw OnnxFaults.unsupported(step.who() + " is followed by arithmetic that no layer behind it can take");
    }

    @Override
    public LayerSpec spec(ComponentRegistry registry) {
        return new ActivationSpec(step.activation());
    }

    @Override
    public int copyTo(float[] parameters, int from) {
        return from;
    }
}
