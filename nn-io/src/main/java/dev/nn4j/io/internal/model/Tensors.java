// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.io.internal.model.TensorSpec.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The numbers of a model. Those of the network lie in one array in the network's order, trained ones first and running
 * statistics behind them; the few others lie in a second one. So a large network is held once.
 */
public final class Tensors {
    private final List<TensorSpec> specs;
    private final Map<String, Integer> offsets = new HashMap<>();
    private final float[] parameters;
    private final float[] others;

    /** Takes the memory for the tensors of a table whose size has been checked. */
    Tensors(TensorTable table) {
        specs = table.specs();
        int trained = layOut(role -> role == Role.PARAMETER, 0);
        parameters = new float[layOut(Role::isStatistic, trained)];
        others = new float[layOut(role -> !isOfNetwork(role), 0)];
    }

    /** Gives the tensors of some roles their places from an index on; says where the next would begin. */
    private int layOut(Predicate<Role> roles, int from) {
        int next = from;
        for (TensorSpec spec : specs) {
            if (roles.test(spec.role())) {
                offsets.put(spec.name(), next);
                next = Math.addExact(next, Math.toIntExact(spec.count()));
            }
        }
        return next;
    }

    private static boolean isOfNetwork(Role role) {
        return role == Role.PARAMETER || role.isStatistic();
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

    /** The network's parameters themselves, running statistics included. */
    float[] parameters() {
        return parameters;
    }

    /** The array that holds a tensor's values from {@link #offsetOf} on. */
    float[] arrayOf(TensorSpec spec) {
        return isOfNetwork(spec.role()) ? parameters : others;
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
