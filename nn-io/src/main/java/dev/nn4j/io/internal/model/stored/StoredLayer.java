// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.LayerTensor;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.io.internal.model.stored.TensorSpec.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layer as a file describes it. It stands beside {@link LayerSpec} because a file can be read, inspected and verified
 * where the components that it names are not installed: here they are names.
 */
public sealed interface StoredLayer {
    /** Asks which form this has. */
    <R> R match(Cases<R> cases);

    /** Unique within the network; the prefix of its tensors' names. */
    String name();

    /** The kind as configurations say it. */
    String kind();

    /** Width of its input. */
    int inputs();

    /** Width of its output. */
    int outputs();

    /** Its numbers, in the order of the file. */
    List<LayerTensor> numbers();

    /** Whether it adds a bias. */
    default boolean bias() {
        return false;
    }

    /** Whether its activation has coefficients that are trained. */
    default boolean trainsActivation() {
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

    /** How its bias was initialised, if not with zeros. */
    default Optional<StoredComponent> biasInitializer() {
        return Optional.empty();
    }

    /** The inputs that it is about, if not all. */
    default Optional<List<Integer>> columns() {
        return Optional.empty();
    }

    /** How many layers before it are a residual block that ends with it. */
    default int reach() {
        return 0;
    }

    /** How many values each of these has, where they are indices. */
    default List<Integer> values() {
        return List.of();
    }

    /** Its own parameters by name. */
    default Map<String, Object> parameters() {
        return Map.of();
    }

    /** Trained numbers. */
    default long parameterCount() {
        return numbers().stream()
                .filter(tensor -> tensor.role().isTrained())
                .mapToLong(LayerTensor::count)
                .sum();
    }

    /** The tensors it calls for, in the order of the file. */
    default List<TensorSpec> tensors() {
        return numbers().stream()
                .map(tensor -> TensorSpec.of(
                        name() + "/" + tensor.role().word(),
                        Role.of(tensor.role()),
                        tensor.shape().stream().mapToLong(Integer::longValue).toArray()))
                .toList();
    }

    /**
     * One answer for each form.
     *
     * @param <R> what is answered
     */
    interface Cases<R> {
        /** The answer for a fully connected layer. */
        R dense(Dense layer);

        /** The answer for a layer that is only an activation. */
        R activation(ActivationLayer layer);

        /** The answer for an activation of which each unit takes a trained share. */
        R parametric(Parametric layer);

        /** The answer for a layer that numbers alone describe. */
        R withoutComponents(WithoutComponents layer);
    }

    /**
     * How a fully connected layer was initialised.
     *
     * @param weights initializer of its weights, if it is known
     * @param bias that of its bias, if it is not zeros
     */
    record InitializedBy(Optional<StoredComponent> weights, Optional<StoredComponent> bias) {}

    /**
     * A fully connected layer, whose components may not be installed.
     *
     * @param name unique
     * @param inputs width of its input
     * @param outputs width of its output
     * @param bias whether it adds a bias
     * @param gate its activation
     * @param start how it was initialised
     */
    record Dense(String name, int inputs, int outputs, boolean bias, StoredComponent gate, InitializedBy start)
            implements StoredLayer {
        @Override
        public String kind() {
            return DenseSpec.KIND;
        }

        @Override
        public Optional<StoredComponent> activation() {
            return Optional.of(gate);
        }

        @Override
        public Optional<StoredComponent> initializer() {
            return start.weights();
        }

        @Override
        public Optional<StoredComponent> biasInitializer() {
            return start.bias();
        }

        @Override
        public List<LayerTensor> numbers() {
            return DenseSpec.tensors(inputs, outputs, bias);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dense(this);
        }
    }

    /**
     * An activation by itself, which may not be installed.
     *
     * @param name unique
     * @param inputs width of its input and output
     * @param gate the activation
     * @param coefficients how many it trains for each unit
     */
    record ActivationLayer(String name, int inputs, StoredComponent gate, int coefficients) implements StoredLayer {
        /** The parameter of the file that says how many coefficients there are; absent where there are none. */
        public static final String COEFFICIENTS = "coefficients";

        @Override
        public String kind() {
            return ActivationSpec.KIND;
        }

        @Override
        public int outputs() {
            return inputs;
        }

        @Override
        public Optional<StoredComponent> activation() {
            return Optional.of(gate);
        }

        @Override
        public List<LayerTensor> numbers() {
            return ActivationSpec.tensorsOf(coefficients, inputs);
        }

        @Override
        public Map<String, Object> parameters() {
            return coefficients == 0 ? Map.of() : Map.of(COEFFICIENTS, (long) coefficients);
        }

        @Override
        public boolean trainsActivation() {
            return coefficients > 0;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.activation(this);
        }
    }

    /**
     * An activation of which each unit takes a trained share, and which may not be installed.
     *
     * @param name unique
     * @param inputs width of its input and output
     * @param gate the activation
     */
    record Parametric(String name, int inputs, StoredComponent gate) implements StoredLayer {
        @Override
        public String kind() {
            return ParametricSpec.KIND;
        }

        @Override
        public int outputs() {
            return inputs;
        }

        @Override
        public Optional<StoredComponent> activation() {
            return Optional.of(gate);
        }

        @Override
        public List<LayerTensor> numbers() {
            return ParametricSpec.tensorsOf(inputs);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.parametric(this);
        }
    }

    /**
     * A layer that numbers alone describe.
     *
     * @param name unique
     * @param inputs width of its input
     * @param spec its description
     */
    record WithoutComponents(String name, int inputs, LayerSpec spec) implements StoredLayer {
        @Override
        public String kind() {
            return spec.kind();
        }

        @Override
        public int outputs() {
            return spec.outputs(inputs);
        }

        @Override
        public List<LayerTensor> numbers() {
            return spec.tensors(inputs);
        }

        @Override
        public Map<String, Object> parameters() {
            return spec.hyperparameters().values();
        }

        @Override
        public Optional<List<Integer>> columns() {
            return spec.columns();
        }

        @Override
        public int reach() {
            return spec.reach();
        }

        @Override
        public List<Integer> values() {
            return spec.values();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.withoutComponents(this);
        }
    }
}
