// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Activation;
import dev.nn4j.api.TrainedActivation;
import dev.nn4j.core.network.LayerTensor.Role;
import java.util.List;
import java.util.Objects;

/**
 * An activation by itself: {@code a = g(x)}. It takes the place of a dense layer's own activation where something
 * stands between the two, as in dense, batch normalisation, ReLU.
 *
 * <p>It is the one layer whose activation may have coefficients that are trained ({@link TrainedActivation}), as many for
 * each unit.
 *
 * @param activation g
 * @since 0.1.0
 */
public record ActivationSpec(Activation activation) implements LayerSpec {
    /** The kind. */
    public static final String KIND = "activation";

    /** Refuses null, and activations that train no coefficient or too many. */
    public ActivationSpec {
        Objects.requireNonNull(activation, KIND + ": the activation is null");
        activation.trained().ifPresent(ActivationSpec::requireCoefficients);
    }

    private static void requireCoefficients(TrainedActivation trained) {
        int count = trained.coefficients().size();
        if (count < 1 || count > TrainedActivation.MOST_COEFFICIENTS) {
            throw new IllegalArgumentException(trained.name() + ": must train 1 to "
                    + TrainedActivation.MOST_COEFFICIENTS + " coefficients of each unit, has " + count);
        }
    }

    /**
     * Passes if an activation trains nothing of its own, as all but those of such a layer must.
     *
     * @param who the kind of layer
     */
    static void requireUntrained(String who, Activation activation) {
        if (activation.trained().isPresent()) {
            throw new IllegalArgumentException(who + ": the activation " + activation.name()
                    + " trains coefficients of its" + " own; make it a layer behind this one, of type " + KIND);
        }
    }

    /** How many coefficients it trains for each unit; 0 for most. */
    public int coefficients() {
        return activation
                .trained()
                .map(trained -> trained.coefficients().size())
                .orElse(0);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.activation(this);
    }

    @Override
    public List<LayerTensor> tensors(int inputs) {
        return tensorsOf(coefficients(), inputs);
    }

    /** The tensors of such a layer of this width with so many coefficients to a unit. */
    public static List<LayerTensor> tensorsOf(int coefficients, int inputs) {
        return coefficients == 0 ? List.of() : List.of(LayerTensor.of(Role.SLOPE, coefficients, inputs));
    }
}
