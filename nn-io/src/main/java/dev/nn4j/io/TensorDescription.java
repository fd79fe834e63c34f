// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import java.util.List;
import java.util.function.Supplier;

/** A tensor of a file. */
public final class TensorDescription {
    private final String name;
    private final List<Long> dims;
    private final Supplier<float[]> values;

    TensorDescription(String name, List<Long> dims, Supplier<float[]> values) {
        this.name = name;
        this.dims = dims;
        this.values = values;
    }

    /** Its name: {@code l0/weight}. */
    public String name() {
        return name;
    }

    /** The type of its values: {@code F32}. */
    public String dtype() {
        return "F32";
    }

    /** Its dimensions, row-major; a dense weight is {@code [inputs, outputs]}. */
    public List<Long> dims() {
        return dims;
    }

    /** Its values in order; a copy. */
    public float[] values() {
        return values.get();
    }

    /** As in {@code l0/weight F32 [30, 32]}. */
    @Override
    public String toString() {
        return name + " " + dtype() + " " + dims;
    }
}
