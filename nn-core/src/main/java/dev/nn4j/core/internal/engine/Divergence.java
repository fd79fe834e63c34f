// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.TrainingDivergedException;

/** Finds where numbers stopped being finite, in the order in which a step computes them. */
final class Divergence {
    private static final String REMEDY =
            "; try a lower learning rate, scaled features (preprocessing.scaling) or gradient clipping";

    private final Layers layers;
    private final float[] parameters;
    private final BatchPass pass;

    Divergence(Layers layers, float[] parameters, BatchPass pass) {
        this.layers = layers;
        this.parameters = parameters;
        this.pass = pass;
    }

    /** The error for a loss that is not finite. */
    TrainingDivergedException at(int epoch, int batch) {
        Workspace chunk = pass.chunk();
        int rows = pass.chunkRows();
        if (!isFinite(chunk.inputs, 0, rows * layers.inputs())) {
            return diverged(epoch, batch, "the inputs", "an input is not finite; check the data");
        }
        for (int i = 0; i < layers.count(); i++) {
            Layer layer = layers.get(i);
            if (!isFinite(parameters, layer.parametersFrom(), layer.parametersFrom() + layer.parameterCount())) {
                return diverged(epoch, batch, layer.describe(), "a weight is not finite" + REMEDY);
            }
            if (!isFinite(chunk.a[i], 0, rows * layer.outputs())) {
                return diverged(epoch, batch, layer.describe(), "an output is not finite" + REMEDY);
            }
        }
        return diverged(epoch, batch, "loss " + pass.lossName(), "the loss is not finite" + REMEDY);
    }

    static void requireFinite(Layers layers, float[] parameters, int epoch, int batch) {
        for (int i = 0; i < layers.count(); i++) {
            Layer layer = layers.get(i);
            if (!isFinite(parameters, layer.parametersFrom(), layer.parametersFrom() + layer.parameterCount())) {
                throw diverged(epoch, batch, layer.describe(), "a weight is not finite" + REMEDY);
            }
        }
    }

    private static TrainingDivergedException diverged(int epoch, int batch, String place, String problem) {
        return new TrainingDivergedException(epoch, batch, place, problem);
    }

    private static boolean isFinite(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Float.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }
}
