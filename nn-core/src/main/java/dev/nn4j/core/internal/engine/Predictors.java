// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.layer.Layers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The forward passes of one network, one for each choice of kernels, made when first asked for. For all threads. */
public final class Predictors {
    private final Layers layers;
    private final float[] parameters;
    private final Map<KernelChoice, ForwardPass> passes = new ConcurrentHashMap<>();

    /** Passes through these layers with these parameters, which must not change any more. */
    public Predictors(Layers layers, float[] parameters) {
        this.layers = layers;
        this.parameters = parameters;
    }

    /** What suits predictions of so many rows: {@link KernelSelection#forWork}. */
    public KernelChoice choice(KernelChoice asked, int rows) {
        return KernelSelection.forWork(asked, rows * layers.work());
    }

    /** The pass for this choice. */
    public ForwardPass pass(KernelChoice choice) {
        return passes.computeIfAbsent(
                choice,
                chosen -> ForwardPass.of(
                        layers, parameters, KernelSelection.of(chosen).get()));
    }

    /** Memory for runs of the pass of this choice. */
    public ForwardBuffers buffers(KernelChoice choice) {
        return new ForwardBuffers(pass(choice), KernelSelection.of(choice).get());
    }
}
