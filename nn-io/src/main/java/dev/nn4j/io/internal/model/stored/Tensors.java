// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.stored.TensorSpec.Role;
import dev.nn4j.io.internal.proto.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The numbers of a model. Those of each network lie in one array in the network's order, trained ones first and running
 * statistics behind them, so that a large network is held once; every other tensor has its own.
 */
public final class Tensors {
    private final List<TensorSpec> specs;
    private final List<float[]> members = new ArrayList<>();
    private final float[] bestParameters;
    private final float[] averageParameters;
    private final Map<String, TensorValues> values = new LinkedHashMap<>();

    /** Takes the memory for the tensors of a table whose size has been checked. */
    public Tensors(TensorTable table) {
        specs = table.specs();
        for (List<TensorSpec> member : table.members()) {
            members.add(network(member, Set.of(Role.PARAMETER), Set.of(Role.STATISTIC, Role.VARIANCE)));
        }
        bestParameters = network(specs, Set.of(Role.BEST_PARAMETER), Set.of(Role.BEST_STATISTIC, Role.BEST_VARIANCE));
        averageParameters =
                network(specs, Set.of(Role.AVERAGE_PARAMETER), Set.of(Role.AVERAGE_STATISTIC, Role.AVERAGE_VARIANCE));
        for (TensorSpec spec : specs) {
            if (!values.containsKey(spec.name())) {
                values.put(spec.name(), alone(spec.type(), Math.toIntExact(spec.count())));
            }
        }
    }

    private static TensorValues alone(DType type, int count) {
        return type == DType.F64
                ? new TensorValues.Doubles(new double[count])
                : new TensorValues.Floats(new float[count], 0, count);
    }

    /** Takes the one array of a network, and gives its tensors their places in it. */
    private float[] network(List<TensorSpec> tensors, Set<Role> trained, Set<Role> statistics) {
        List<TensorSpec> ordered = new ArrayList<>(ofRoles(tensors, trained));
        ordered.addAll(ofRoles(tensors, statistics));
        long count = 0;
        for (TensorSpec spec : ordered) {
            count += spec.count();
        }
        float[] numbers = new float[Math.toIntExact(count)];
        int from = 0;
        for (TensorSpec spec : ordered) {
            values.put(spec.name(), new TensorValues.Floats(numbers, from, (int) spec.count()));
            from += (int) spec.count();
        }
        return numbers;
    }

    private static List<TensorSpec> ofRoles(List<TensorSpec> tensors, Set<Role> roles) {
        List<TensorSpec> found = new ArrayList<>();
        for (TensorSpec spec : tensors) {
            if (roles.contains(spec.role())) {
                found.add(spec);
            }
        }
        return found;
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
    public float[] floats(String name) {
        return values.get(name) instanceof TensorValues.Floats floats
                ? Arrays.copyOfRange(floats.array(), floats.from(), floats.from() + floats.count())
                : new float[0];
    }

    /** A copy of an F64 tensor's values, row-major; empty if there is no such tensor. */
    public double[] doubles(String name) {
        return values.get(name) instanceof TensorValues.Doubles doubles
                ? doubles.array().clone()
                : new double[0];
    }

    /** The parameters themselves of a member's network, counted from 0, running statistics included. */
    public float[] parameters(int member) {
        return members.get(member);
    }

    /** Those of the best epoch's network; empty if there are none. */
    public float[] bestParameters() {
        return bestParameters;
    }

    /** Those of the mean of the networks; empty if there is none. */
    public float[] averageParameters() {
        return averageParameters;
    }

    public void set(String name, float[] numbers) {
        TensorValues.Floats floats = (TensorValues.Floats) Objects.requireNonNull(values.get(name));
        System.arraycopy(numbers, 0, floats.array(), floats.from(), floats.count());
    }

    public void set(String name, double[] numbers) {
        TensorValues.Doubles doubles = (TensorValues.Doubles) Objects.requireNonNull(values.get(name));
        System.arraycopy(numbers, 0, doubles.array(), 0, doubles.count());
    }

    /** Refuses the first value that its tensor must not hold. */
    public void requireAllowed(TensorSpec spec) {
        TensorValues numbers = of(spec);
        for (int i = 0; i < numbers.count(); i++) {
            if (!spec.role().allows(numbers.value(i))) {
                throw Faults.corrupt("tensor " + Faults.quoted(spec.name()) + ": value " + i + " must be "
                        + spec.role().allowed() + ", got " + numbers.text(i));
            }
        }
    }
}
