// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.internal.layer.Layer;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.layer.Workspace;

/** Finds where numbers stopped being finite, in the order in which a step computes them. */
final class Divergence {
    private static final String REMEDY =
            "; try a lower learning rate, scaled features (preprocessing.scaling) or gradient clipping";

    private static final String A_WEIGHT = "a weight is not finite" + REMEDY;

    /** A network that begins near 0 is far from such targets, and its first steps are too long. */
    private static final float LARGE_TARGET = 1000;

    private final Layers layers;
    private final float[] parameters;
    private final String lossName;
    private float largestTarget;
    /** For each layer whether some output is not finite. */
    private final boolean[] badOutputs;

    private boolean isInputBad;

    private Divergence(Layers layers, float[] parameters, String lossName) {
        this.layers = layers;
        this.parameters = parameters;
        this.lossName = lossName;
        this.badOutputs = new boolean[layers.count()];
    }

    /** The error for a loss that is not finite, of the batch and step that the pass trained last. */
    static TrainingDivergedException of(
            Layers layers, float[] parameters, TrainingPass pass, Batch batch, long step, int epoch, int number) {
        Divergence divergence = new Divergence(layers, parameters, pass.lossName());
        pass.review(parameters, batch, step, divergence::look);
        return divergence.at(epoch, number);
    }

    private void look(Workspace chunk) {
        isInputBad |= !isFinite(chunk.inputs, 0, chunk.rows() * layers.inputs());
        for (int i = 0; i < chunk.rows() * layers.outputs(); i++) {
            largestTarget = Math.max(largestTarget, Math.abs(chunk.targets[i]));
        }
        for (int i = 0; i < badOutputs.length; i++) {
            badOutputs[i] |=
                    !isFinite(chunk.a[i], 0, chunk.rows() * layers.get(i).outputs());
        }
    }

    private TrainingDivergedException at(int epoch, int batch) {
        if (isInputBad) {
            return diverged(epoch, batch, "the inputs", "an input is not finite; check the data");
        }
        for (int i = 0; i < layers.count(); i++) {
            Layer layer = layers.get(i);
            if (!isFinite(parameters, layer.parametersFrom(), layer.parameterCount())) {
                return diverged(epoch, batch, layer.describe(), "a weight is not finite" + remedy());
            }
            if (badOutputs[i]) {
                return diverged(epoch, batch, layer.describe(), "an output is not finite" + remedy());
            }
        }
        return diverged(epoch, batch, "loss " + lossName, "the loss is not finite" + remedy());
    }

    private String remedy() {
        return largestTarget < LARGE_TARGET
                ? REMEDY
                : "; scale the target (preprocessing.targetScaling), which is as large as " + largestTarget
                        + ", or try a lower learning rate, scaled features (preprocessing.scaling) or gradient clipping";
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

    private static boolean isFinite(float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!Float.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }
}
