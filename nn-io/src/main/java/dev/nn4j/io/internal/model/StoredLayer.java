// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.io.internal.model.TensorSpec.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A layer as a file describes it. */
public sealed interface StoredLayer {
    /** Unique within the network; the prefix of its tensors' names. */
    String name();

    /** The kind as configurations say it. */
    String kind();

    /** Width of its input. */
    int inputs();

    /** Width of its output. */
    int outputs();

    /** Whether it adds a bias. */
    default boolean bias() {
        return false;
    }

    /** Its activation, if it has one. */
    default Optional<StoredComponent> activation() {
        return Optional.empty();
    }

    /** How it was initialised, if that is known. */
    default Optional<StoredComponent> initializer() {
        return Optional.empty();
    }

    /** Trained numbers. */
    default long parameterCount() {
        return 0;
    }

    /** The tensors it calls for, in the order of the file. */
    default List<TensorSpec> tensors() {
        return List.of();
    }

    /** Its own parameters by name. */
    default Map<String, Object> parameters() {
        return Map.of();
    }

    /**
     * A fully connected layer.
     *
     * @param name unique
     * @param inputs width of its input
     * @param outputs width of its output
     * @param bias whether it adds a bias
     * @param gate its activation
     * @param initializer how it was initialised, if that is known
     */
    record Dense(
            String name,
            int inputs,
            int outputs,
            boolean bias,
            StoredComponent gate,
            Optional<StoredComponent> initializer)
            implements StoredLayer {
        @Override
        public String kind() {
            return "dense";
        }

        @Override
        public Optional<StoredComponent> activation() {
            return Optional.of(gate);
        }

        @Override
        public long parameterCount() {
            return ((long) inputs + (bias ? 1 : 0)) * outputs;
        }

        @Override
        public List<TensorSpec> tensors() {
            List<TensorSpec> tensors = new ArrayList<>();
            tensors.add(TensorSpec.of(name + "/weight", Role.PARAMETER, inputs, outputs));
            if (bias) {
                tensors.add(TensorSpec.of(name + "/bias", Role.PARAMETER, outputs));
            }
            return tensors;
        }
    }

    /**
     * A dropout layer.
     *
     * @param name unique
     * @param inputs width of its input and output
     * @param rate in [0, 1)
     */
    record Dropout(String name, int inputs, double rate) implements StoredLayer {
        /** The name of its parameter. */
        static final String RATE = "rate";

        @Override
        public String kind() {
            return "dropout";
        }

        @Override
        public int outputs() {
            return inputs;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of(RATE, rate);
        }
    }

    /**
     * Batch normalisation.
     *
     * @param name unique
     * @param inputs width of its input and output
     * @param spec its parameters
     */
    record BatchNormalization(String name, int inputs, LayerSpec.BatchNormalization spec) implements StoredLayer {
        static final String EPSILON = "epsilon";
        static final String MOMENTUM = "momentum";

        @Override
        public String kind() {
            return spec.kind();
        }

        @Override
        public int outputs() {
            return inputs;
        }

        @Override
        public long parameterCount() {
            return 2L * inputs;
        }

        @Override
        public List<TensorSpec> tensors() {
            return List.of(
                    TensorSpec.of(name + "/scale", Role.PARAMETER, inputs),
                    TensorSpec.of(name + "/shift", Role.PARAMETER, inputs),
                    TensorSpec.of(name + "/mean", Role.STATISTIC, inputs),
                    TensorSpec.of(name + "/variance", Role.VARIANCE, inputs));
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of(EPSILON, spec.epsilon(), MOMENTUM, spec.momentum());
        }
    }

    /**
     * Layer normalisation.
     *
     * @param name unique
     * @param inputs width of its input and output
     * @param spec its parameter
     */
    record LayerNormalization(String name, int inputs, LayerSpec.LayerNormalization spec) implements StoredLayer {
        static final String EPSILON = "epsilon";

        @Override
        public String kind() {
            return spec.kind();
        }

        @Override
        public int outputs() {
            return inputs;
        }

        @Override
        public long parameterCount() {
            return 2L * inputs;
        }

        @Override
        public List<TensorSpec> tensors() {
            return List.of(
                    TensorSpec.of(name + "/scale", Role.PARAMETER, inputs),
                    TensorSpec.of(name + "/shift", Role.PARAMETER, inputs));
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of(EPSILON, spec.epsilon());
        }
    }
}
