// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.kernels;

import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A program that trains a network as often as told, for as many epochs as told, and prints a hash of the weights. */
final class TrainingProgram {
    private static final int ROWS = 1024;
    private static final int INPUTS = 128;

    private TrainingProgram() {}

    /** Takes the number of trainings, and of epochs to each. */
    public static void main(String[] arguments) {
        ComponentRegistry registry = ComponentRegistry.standard();
        TrainingOptions options =
                TrainingOptions.builder().epochs(Integer.parseInt(arguments[1])).build();
        NetworkTraining training =
                NetworkTraining.of(registry.loss("mean-squared-error"), registry.optimizer("adam"), 0.001, options);
        Network initial = Network.initialized(
                new NetworkSpec(INPUTS, List.of(dense(registry, 512, "relu"), dense(registry, 1, "identity"))), 1);
        int hash = 0;
        for (int i = Integer.parseInt(arguments[0]); i > 0; i--) {
            hash = Arrays.hashCode(training.run(initial, data()).network().parameters());
        }
        System.out.println("hash " + hash);
    }

    private static LayerSpec dense(ComponentRegistry registry, int units, String activation) {
        return new DenseSpec(0, units, registry.activation(activation), registry.initializer("he-normal"), true);
    }

    private static DataSet data() {
        Random random = new Random(3);
        float[] inputs = new float[ROWS * INPUTS];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        return DataSet.of(inputs, INPUTS, new float[ROWS], 1);
    }
}
