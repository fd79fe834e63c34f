// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.layer.RowCoupling;
import dev.nn4j.core.internal.layer.WorkerContext;
import dev.nn4j.core.internal.layer.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Consecutive layers through which a row can go without waiting for others, the first of them perhaps excepted. */
final class Stage {
    private final Layers layers;
    private final int first;
    private final int end;
    private final Optional<RowCoupling> coupling;

    private Stage(Layers layers, int first, int end) {
        this.layers = layers;
        this.first = first;
        this.end = end;
        this.coupling = layers.get(first).coupling();
    }

    /** All layers at once, for a network that couples no rows and for prediction. */
    static Stage whole(Layers layers) {
        return new Stage(layers, 0, layers.count());
    }

    /** The stages of a network: each layer that couples rows begins one. */
    static List<Stage> of(Layers layers) {
        List<Stage> stages = new ArrayList<>();
        int first = 0;
        for (int i = 1; i < layers.count(); i++) {
            if (layers.get(i).coupling().isPresent()) {
                stages.add(new Stage(layers, first, i));
                first = i;
            }
        }
        stages.add(new Stage(layers, first, layers.count()));
        return stages;
    }

    /** Index of its first layer. */
    int first() {
        return first;
    }

    /** What its first layer needs of all rows. */
    Optional<RowCoupling> coupling() {
        return coupling;
    }

    /** Computes z and a of its layers for the chunk's rows {@code [from, to)}. */
    void forward(WorkerContext context, float[] parameters, Workspace chunk, int from, int to) {
        for (int i = first; i < end; i++) {
            layers.get(i).forward(context, parameters, chunk.inputOf(i), chunk.z[i], chunk.a[i], from, to);
        }
    }

    /** Computes dz of its last layer from dz of the layer behind it. */
    void enter(WorkerContext context, float[] parameters, Workspace chunk, int from, int to) {
        step(end, context, parameters, chunk, from, to);
    }

    /** Computes dz of its layers from that of the last. */
    void backward(WorkerContext context, float[] parameters, Workspace chunk, int from, int to) {
        for (int i = end - 1; i > first; i--) {
            step(i, context, parameters, chunk, from, to);
        }
    }

    private void step(int i, WorkerContext context, float[] parameters, Workspace chunk, int from, int to) {
        float[] da = chunk.da[i - 1];
        layers.get(i).backward(context, parameters, chunk.inputOf(i), chunk.z[i], chunk.dz[i], da, from, to);
        addResiduals(i - 1, chunk, from, to);
        layers.get(i - 1).activationGradient(chunk.z[i - 1], chunk.a[i - 1], da, chunk.dz[i - 1], from, to);
    }

    /** To da of a layer, that of each residual block that begins behind it; they have been passed on the way back. */
    private void addResiduals(int layer, Workspace chunk, int from, int to) {
        int width = layers.get(layer).outputs();
        for (int end : layers.residualsOf(layer)) {
            float[] da = chunk.da[layer];
            float[] dz = chunk.dz[end];
            for (int i = from * width; i < to * width; i++) {
                da[i] += dz[i];
            }
        }
    }

    /** Adds one worker's share of the gradient of its layers' parameters over the chunk's rows, or begins with it. */
    void gradient(
            WorkerContext context,
            float[] parameters,
            Workspace chunk,
            float[] gradient,
            boolean begins,
            int worker,
            int workers) {
        for (int i = first; i < end; i++) {
            layers.get(i)
                    .gradient(
                            context,
                            parameters,
                            chunk.inputOf(i),
                            chunk.z[i],
                            chunk.dz[i],
                            chunk.rows(),
                            gradient,
                            begins,
                            worker,
                            workers);
        }
    }
}
