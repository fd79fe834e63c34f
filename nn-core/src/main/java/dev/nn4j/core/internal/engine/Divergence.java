// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.TrainingDivergedException;
import java.util.function.Function;

/** Finds where numbers stopped being finite, in the order in which a step computes them. */
final class Divergence {
    private static final String REMEDY =
            "; try a lower learning rate, scaled features (preprocessing.scaling) or gradient clipping";

    private static final String A_WEIGHT = "a weight is not finite" + REMEDY;

    private final Layers layers;
    private final float[] parameters;
    private final TrainingPass pass;

    Divergence(Layers layers, float[] parameters, TrainingPass pass) {
        this.layers = layers;
        this.parameters = parameters;
        this.pass = pass;
    }

    /** The error for a loss that is not finite. */
    TrainingDivergedException at(int epoch, int batch) {
        if (!allFinite(chunk -> chunk.inputs, layers.inputs())) {
            return diverged(epoch, batch, "the inputs", "an input is not finite; check the data");
        }
        for (int i = 0; i < layers.count(); i++) {
            Layer layer = layers.get(i);
            if (!isFinite(parameters, layer.parametersFrom(), layer.parameterCount())) {
                return diverged(epoch, batch, layer.describe(), A_WEIGHT);
            }
            int index = i;
            if (!allFinite(chunk -> chunk.a[index], layer.outputs())) {
                return diverged(epoch, batch, layer.describe(), "an output is not finite" + REMEDY);
            }
        }
        return diverged(epoch, batch, "loss " + pass.lossName(), "the loss is not finite" + REMEDY);
    }

    static void requireFinite(Layers layers, float[] parameters, int epoch, int batch) {
        for (int i = 0; i < layers.count(); i++) {
            Layer layer = layers.get(i);
            if (!isFinite(parameters, layer.parametersFrom(), layer.parameterCount())) {
                throw diverged(epoch, batch, layer.describe(), A_WEIGHT);
            }
            if (!isFinite(parameters, layer.statisticsFrom(), layer.statisticCount())) {
                throw diverged(epoch, batch, layer.describe(), "a running statistic is not finite" + REMEDY);
            }
        }
    }

    private static TrainingDivergedException diverged(int epoch, int batch, String place, String problem) {
        return new TrainingDivergedException(epoch, batch, place, problem);
    }

    private boolean allFinite(Function<Workspace, float[]> values, int width) {
        return pass.chunks().stream().allMatch(chunk -> isFinite(values.apply(chunk), 0, chunk.rows() * width));
    }

    private static boolean isFinite(float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!Float.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }
}
