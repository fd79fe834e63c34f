// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Initializer;
import dev.nn4j.core.network.LayerTensor.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fully connected layer: {@code a = g(x·W + b)} with W {@code [inputs, outputs]}.
 *
 * @param inputs the width it is declared for; 0 leaves that to the layer before
 * @param outputs number of units
 * @param activation g
 * @param initializer how W starts
 * @param bias whether there is a b
 * @param biasInitializer how b starts; left out, at zero
 * @since 0.1.0
 */
public record DenseSpec(
        int inputs,
        int outputs,
        Activation activation,
        Initializer initializer,
        boolean bias,
        Optional<Initializer> biasInitializer)
        implements LayerSpec {
    /** The kind. */
    public static final String KIND = "dense";

    /** The widest layer there may be. */
    public static final int MOST_UNITS = 1 << 24;

    /** Refuses widths outside 1 to 2^24, and activations that train coefficients of their own. */
    public DenseSpec {
        requireUnits("inputs", inputs, 0);
        requireUnits("outputs", outputs, 1);
        Objects.requireNonNull(activation, "dense: the activation is null");
        Objects.requireNonNull(initializer, "dense: the initializer is null");
        Objects.requireNonNull(biasInitializer, "dense: the bias initializer is null; Optional.empty() starts at zero");
        ActivationSpec.requireUntrained(KIND, activation);
        if (biasInitializer.isPresent() && !bias) {
            throw new IllegalArgumentException("dense: has no bias that an initializer could fill; leave it out");
        }
    }

    /** A layer whose b starts at zero. */
    public DenseSpec(int inputs, int outputs, Activation activation, Initializer initializer, boolean bias) {
        this(inputs, outputs, activation, initializer, bias, Optional.empty());
    }

    @Override
    public DenseSpec fitted(int fromInputs) {
        return new DenseSpec(fromInputs, outputs, activation, initializer, bias, biasInitializer);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int outputs(int fromInputs) {
        return outputs;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dense(this);
    }

    @Override
    public List<LayerTensor> tensors(int fromInputs) {
        return tensors(fromInputs, outputs, bias);
    }

    /** The tensors of a dense layer of these widths. */
    public static List<LayerTensor> tensors(int inputs, int outputs, boolean bias) {
        LayerTensor weight = LayerTensor.of(Role.WEIGHT, inputs, outputs);
        return bias ? List.of(weight, LayerTensor.of(Role.BIAS, outputs)) : List.of(weight);
    }

    private static void requireUnits(String what, int units, int least) {
        if (units < least || units > MOST_UNITS) {
            throw new IllegalArgumentException(
                    "dense: " + what + " must be in [" + least + ", " + MOST_UNITS + "], got " + units);
        }
    }
}
