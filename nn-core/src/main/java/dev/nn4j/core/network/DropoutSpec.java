// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import java.util.List;

/**
 * Inverted dropout (Srivastava et al. 2014): in training each unit is zeroed with this probability and the others
 * are divided by 1 − rate; in prediction nothing happens.
 *
 * @param rate in [0, 1)
 * @since 0.1.0
 */
public record DropoutSpec(double rate) implements LayerSpec {
    /** The kind. */
    public static final String KIND = "dropout";

    private static final Hyperparameter<Double> RATE =
            Hyperparameter.number("rate", 0.5, new Range(0, true, 1, false), "the share of units it zeroes");

    /** Refuses a rate outside [0, 1). */
    public DropoutSpec {
        RATE.check(KIND, rate);
    }

    /** Half of the units, as Srivastava et al. have it. */
    public DropoutSpec() {
        this(RATE.defaultValue());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dropout(this);
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(RATE, rate);
    }

    @Override
    public List<String> required() {
        return List.of(RATE.name());
    }

    @Override
    public DropoutSpec with(Hyperparameters values) {
        return new DropoutSpec(values.get(RATE));
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
    public List<LayerTensor> tensors(int inputs) {
        return List.of();
    }
}
