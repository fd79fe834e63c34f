// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.io.internal.model.TensorSpec.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers of a model. Parameters lie in one array in the network's order, the few others in a second one, so that
 * a large network is held once.
 */
public final class Tensors {
    private final List<TensorSpec> specs;
    private final Map<String, Integer> offsets = new HashMap<>();
    private final float[] parameters;
    private final float[] others;

    /** Takes the memory for the tensors of a table whose size has been checked. */
    Tensors(TensorTable table) {
        specs = table.specs();
        int parameterCount = 0;
        int otherCount = 0;
        for (TensorSpec spec : specs) {
            int count = Math.toIntExact(spec.count());
            if (spec.role() == Role.PARAMETER) {
                offsets.put(spec.name(), parameterCount);
                parameterCount += count;
            } else {
                offsets.put(spec.name(), otherCount);
                otherCount += count;
            }
        }
        parameters = new float[parameterCount];
        others = new float[otherCount];
    }

    /** In the order of the file. */
    public List<TensorSpec> specs() {
        return specs;
    }

    /** A copy of a tensor's values, row-major; empty if there is no such tensor. */
    public float[] values(String name) {
        for (TensorSpec spec : specs) {
            if (spec.name().equals(name)) {
                int from = offsetOf(spec);
                return Arrays.copyOfRange(arrayOf(spec), from, from + (int) spec.count());
            }
        }
        return new float[0];
    }

    /** The network's parameters themselves. */
    float[] parameters() {
        return parameters;
    }

    /** The array that holds a tensor's values from {@link #offsetOf} on. */
    float[] arrayOf(TensorSpec spec) {
        return spec.role() == Role.PARAMETER ? parameters : others;
    }

    int offsetOf(TensorSpec spec) {
        return Objects.requireNonNull(offsets.get(spec.name()));
    }

    void set(String name, float[] values) {
        System.arraycopy(values, 0, others, Objects.requireNonNull(offsets.get(name)), values.length);
    }

    /** Refuses the first value that its tensor must not hold. */
    void requireAllowed(TensorSpec spec) {
        float[] array = arrayOf(spec);
        int from = offsetOf(spec);
        int to = from + (int) spec.count();
        for (int i = from; i < to; i++) {
            if (!spec.role().allows(array[i])) {
                throw Faults.corrupt("tensor " + Faults.quoted(spec.name()) + ": value " + (i - from) + " must be "
                        + spec.role().allowed() + ", got " + array[i]);
            }
        }
    }
}
