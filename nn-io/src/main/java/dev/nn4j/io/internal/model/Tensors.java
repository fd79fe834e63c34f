// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.io.internal.model.TensorSpec.Role;
import dev.nn4j.io.internal.proto.DType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers of a model. Those of one network lie in one array in the network's order, so that a large network is held
 * once; every other tensor has its own.
 */
public final class Tensors {
    private final List<TensorSpec> specs;
    private final Map<Role, float[]> networks = new EnumMap<>(Role.class);
    private final Map<String, TensorValues> values = new LinkedHashMap<>();

    /** Takes the memory for the tensors of a table whose size has been checked. */
    Tensors(TensorTable table) {
        specs = table.specs();
        for (Role role : List.of(Role.PARAMETER, Role.BEST_PARAMETER)) {
            networks.put(role, new float[Math.toIntExact(table.count(role))]);
        }
        Map<Role, Integer> used = new EnumMap<>(Role.class);
        for (TensorSpec spec : specs) {
            int count = Math.toIntExact(spec.count());
            float[] network = networks.get(spec.role());
            if (network != null) {
                int from = used.merge(spec.role(), count, Integer::sum) - count;
                values.put(spec.name(), new TensorValues.Floats(network, from, count));
            } else if (spec.type() == DType.F64) {
                values.put(spec.name(), new TensorValues.Doubles(new double[count]));
            } else {
                values.put(spec.name(), new TensorValues.Floats(new float[count], 0, count));
            }
        }
    }

    /** In the order of the file. */
    public List<TensorSpec> specs() {
        return specs;
    }

    /** A tensor's values. */
    public TensorValues of(TensorSpec spec) {
        return Objects.requireNonNull(values.get(spec.name()));
    }

    /** A copy of an F32 tensor's values, row-major; empty if there is no such tensor. */
    float[] floats(String name) {
        return values.get(name) instanceof TensorValues.Floats floats
                ? Arrays.copyOfRange(floats.array(), floats.from(), floats.from() + floats.count())
                : new float[0];
    }

    /** A copy of an F64 tensor's values, row-major; empty if there is no such tensor. */
    double[] doubles(String name) {
        return values.get(name) instanceof TensorValues.Doubles doubles
                ? doubles.array().clone()
                : new double[0];
    }

    /** The network's parameters themselves. */
    float[] parameters() {
        return network(Role.PARAMETER);
    }

    /** The parameters themselves of the best epoch's network; empty if there are none. */
    float[] bestParameters() {
        return network(Role.BEST_PARAMETER);
    }

    private float[] network(Role role) {
        return Objects.requireNonNull(networks.get(role));
    }

    void set(String name, float[] numbers) {
        TensorValues.Floats floats = (TensorValues.Floats) Objects.requireNonNull(values.get(name));
        System.arraycopy(numbers, 0, floats.array(), floats.from(), floats.count());
    }

    void set(String name, double[] numbers) {
        TensorValues.Doubles doubles = (TensorValues.Doubles) Objects.requireNonNull(values.get(name));
        System.arraycopy(numbers, 0, doubles.array(), 0, doubles.count());
    }

    /** Refuses the first value that its tensor must not hold. */
    void requireAllowed(TensorSpec spec) {
        TensorValues numbers = of(spec);
        for (int i = 0; i < numbers.count(); i++) {
            if (!spec.role().allows(numbers.value(i))) {
                throw Faults.corrupt("tensor " + Faults.quoted(spec.name()) + ": value " + i + " must be "
                        + spec.role().allowed() + ", got " + numbers.text(i));
            }
        }
    }
}
