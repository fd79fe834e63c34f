// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks;

import dev.nn4j.activations.Relu;
import dev.nn4j.activations.Sigmoid;
import dev.nn4j.activations.Softmax;
import dev.nn4j.api.Activation;
import dev.nn4j.core.initializer.HeNormal;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/** The networks of the workloads: dense layers with ReLU, a sigmoid at the end or, for classes, softmax. */
public enum Architecture {
    /** The tutorial's: 30-32-64-64-32-1. */
    W1(30, 32, 64, 64, 32, 1),
    /** A small one for tables: 30-64-32-1. */
    W2(30, 64, 32, 1),
    /** A mid-sized one for small images: 784-512-256-10. */
    W3(784, 512, 256, 10),
    /** A wide one, three million parameters: 1024-1024-1024-1024-1. */
    W4(1024, 1024, 1024, 1024, 1);

    @SuppressWarnings("ImmutableEnumChecker") // the array never leaves
    private final int[] widths;

    Architecture(int... widths) {
        this.widths = widths;
    }

    /** Features to a row. */
    public int inputs() {
        return widths[0];
    }

    /** Outputs to a row. */
    public int outputs() {
        return widths[widths.length - 1];
    }

    /** Number of dense layers. */
    public int layers() {
        return widths.length - 1;
    }

    /** Width of what goes into a layer, counted from 0. */
    public int inputsOf(int layer) {
        return widths[layer];
    }

    /** Width of what comes out of a layer, counted from 0. */
    public int outputsOf(int layer) {
        return widths[layer + 1];
    }

    /** Whether the outputs are the probabilities of classes; otherwise the one output is that of the answer yes. */
    public boolean hasClasses() {
        return outputs() > 1;
    }

    /** The same for nn4j. */
    public NetworkSpec spec() {
        List<LayerSpec> dense = new ArrayList<>();
        for (int layer = 0; layer < layers(); layer++) {
            dense.add(new DenseSpec(inputsOf(layer), outputsOf(layer), activation(layer), new HeNormal(), true));
        }
        return new NetworkSpec(inputs(), dense);
    }

    private Activation activation(int layer) {
        if (layer + 1 < layers()) {
            return new Relu();
        }
        return hasClasses() ? new Softmax() : new Sigmoid();
    }
}
