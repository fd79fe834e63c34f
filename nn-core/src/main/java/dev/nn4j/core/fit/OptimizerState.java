// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.api.Optimizer;
import dev.nn4j.core.internal.engine.UpdateState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an optimizer remembers between two steps, by the names it gives. Immutable.
 *
 * @since 0.1.0
 */
public final class OptimizerState {
    private final long step;
    private final Map<String, float[]> arrays;
    private final Map<String, Double> scalars;

    private OptimizerState(long step, Map<String, float[]> arrays, Map<String, Double> scalars) {
        this.step = step;
        this.arrays = arrays;
        this.scalars = Collections.unmodifiableMap(scalars);
    }

    /**
     * A state of known values, as a file holds them.
     *
     * @param step steps done, at least 0
     * @param arrays one value for each parameter, by name; copied
     * @param scalars single values by name
     */
    public static OptimizerState of(long step, Map<String, float[]> arrays, Map<String, Double> scalars) {
        if (step < 0) {
            throw new IllegalArgumentException("optimizer state: steps must be at least 0, got " + step);
        }
        Map<String, float[]> copies = new LinkedHashMap<>();
        arrays.forEach((name, values) -> copies.put(name, values.clone()));
        return new OptimizerState(step, copies, new LinkedHashMap<>(scalars));
    }

    /** Takes the arrays over. */
    static OptimizerState of(Optimizer optimizer, UpdateState state) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (String name : optimizer.stateArrays()) {
            arrays.put(name, state.arrays()[arrays.size()]);
        }
        Map<String, Double> scalars = new LinkedHashMap<>();
        for (String name : optimizer.stateScalars()) {
            scalars.put(name, state.scalars()[scalars.size()]);
        }
        return new OptimizerState(state.step(), arrays, scalars);
    }

    /** Steps done. */
    public long step() {
        return step;
    }

    /** Names of the arrays in the optimizer's order. */
    public List<String> arrayNames() {
        return List.copyOf(arrays.keySet());
    }

    /**
     * A copy of an array, which has one value for each parameter.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public float[] array(String name) {
        float[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalArgumentException(
                    "optimizer state: there is no array '" + name + "', only " + arrays.keySet());
        }
        return values.clone();
    }

    /** Single values by name, in the optimizer's order. Unmodifiable. */
    public Map<String, Double> scalars() {
        return scalars;
    }

    /**
     * Passes if this is a state of the optimizer for so many parameters.
     *
     * @throws IllegalArgumentException if it is not
     */
    public void requireOf(Optimizer optimizer, int parameterCount) {
        if (!arrayNames().equals(optimizer.stateArrays())
                || !List.copyOf(scalars.keySet()).equals(optimizer.stateScalars())) {
            throw new IllegalArgumentException("optimizer state: " + optimizer.name() + " remembers "
                    + optimizer.stateArrays() + " and " + optimizer.stateScalars() + ", the state holds "
                    + arrays.keySet() + " and " + scalars.keySet());
        }
        arrays.forEach((name, values) -> {
            if (values.length != parameterCount) {
                throw new IllegalArgumentException("optimizer state: array '" + name + "' must have " + parameterCount
                        + " values, one for each parameter, has " + values.length);
            }
        });
    }

    /** For the engine, which copies. */
    UpdateState forEngine() {
        return new UpdateState(
                step,
                arrays.values().toArray(float[][]::new),
                scalars.values().stream()
                        .mapToDouble(value -> Objects.requireNonNull(value))
                        .toArray());
    }
}
