// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.io.internal.model.stored.TensorSpec;
import dev.nn4j.io.internal.model.stored.TensorValues;
import java.util.List;

/**
 * A tensor of a file.
 *
 * @since 0.1.0
 */
public final class TensorDescription {
    private final TensorSpec spec;
    private final TensorValues values;

    TensorDescription(TensorSpec spec, TensorValues values) {
        this.spec = spec;
        this.values = values;
    }

    /** Its name: {@code l0/weight}. */
    public String name() {
        return spec.name();
    }

    /** The type of its values: {@code F32} or {@code F64}. */
    public String dtype() {
        return spec.type().name();
    }

    /** Its dimensions, row-major; a dense weight is {@code [inputs, outputs]}; none for a scalar. */
    public List<Long> dims() {
        return spec.dims();
    }

    /** Number of its values. */
    public int count() {
        return values.count();
    }

    /**
     * One of its values in order; those of F32 are exact.
     *
     * @param index from 0
     */
    public double value(int index) {
        return values.value(index);
    }

    /** As in {@code l0/weight F32 [30, 32]}. */
    @Override
    public String toString() {
        return name() + " " + dtype() + " " + dims();
    }
}
