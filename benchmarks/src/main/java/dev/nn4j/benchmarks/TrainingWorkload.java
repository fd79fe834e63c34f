// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks;

import dev.nn4j.api.Loss;
import dev.nn4j.api.Optimizer;
import dev.nn4j.losses.BinaryCrossEntropy;
import dev.nn4j.losses.CategoricalCrossEntropy;
import dev.nn4j.optim.Adam;
import dev.nn4j.optim.GradientDescent;
import dev.nn4j.optim.Momentum;

/** The trainings that all peers run. */
public enum TrainingWorkload {
    /** The tutorial: full-batch gradient descent on 512 rows. */
    W1(Architecture.W1, "w1", new GradientDescent(), 3e-3, 512, 5001),
    /** The same network in batches of 16. */
    W1T(Architecture.W1, "w1", new Momentum(), 3e-3, 16, 501),
    /** 20,000 rows of a table. */
    W2(Architecture.W2, "w2", new Adam(), 1e-3, 32, 5),
    /** 60,000 small images of ten classes. */
    W3(Architecture.W3, "w3", new Adam(), 1e-3, 128, 1),
    /** 30 steps of a wide network. */
    W4(Architecture.W4, "w4", new Adam(), 1e-4, 256, 1);

    private final Architecture architecture;
    private final String data;

    @SuppressWarnings("ImmutableEnumChecker") // optimizers are immutable records
    private final Optimizer optimizer;

    private final double learningRate;
    private final int batchSize;
    private final int epochs;

    TrainingWorkload(
            Architecture architecture,
            String data,
            Optimizer optimizer,
            double learningRate,
            int batchSize,
            int epochs) {
        this.architecture = architecture;
        this.data = data;
        this.optimizer = optimizer;
        this.learningRate = learningRate;
        this.batchSize = batchSize;
        this.epochs = epochs;
    }

    /** What is trained. */
    public Architecture architecture() {
        return architecture;
    }

    /** With what the names of its data files begin. */
    public String data() {
        return data;
    }

    /** Cross-entropy of the kind that the outputs want. */
    public Loss loss() {
        return architecture.hasClasses() ? new CategoricalCrossEntropy() : new BinaryCrossEntropy();
    }

    /** How it is trained. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** The step size. */
    public double learningRate() {
        return learningRate;
    }

    /** Rows to a step. */
    public int batchSize() {
        return batchSize;
    }

    /** Passes over the data. */
    public int epochs() {
        return epochs;
    }
}
