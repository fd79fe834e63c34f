// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which component of a record stands for which of a model's features; reads raw rows of records. Immutable and safe for
 * all threads.
 *
 * @param <R> the record type
 */
public final class RecordBinding<R extends Record> {
    private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Record.class);

    private final List<Feature> features;
    private final List<MethodHandle> accessors;

    private RecordBinding(List<Feature> features, List<MethodHandle> accessors) {
        this.features = features;
        this.accessors = List.copyOf(accessors);
    }

    static <R extends Record> RecordBinding<R> of(Schema schema, Class<R> type, MethodHandles.Lookup lookup) {
        List<RecordComponent> components = RecordNames.match(type, schema.featureNames());
        List<MethodHandle> accessors = new ArrayList<>();
        for (int f = 0; f < components.size(); f++) {
            requireServes(components.get(f), schema.features().get(f));
            accessors.add(accessor(components.get(f), lookup));
        }
        return new RecordBinding<>(schema.features(), accessors);
    }

    /**
     * Reads a row; what is missing becomes NaN where a policy allows it.
     *
     * @param into receives the raw row, {@link Schema#rawWidth} numbers, at {@code from} on
     * @throws DataException if a value is missing where that is an error, or cannot be used
     */
    public void read(R row, float[] into, int from) {
        int at = from;
        for (int f = 0; f < features.size(); f++) {
            features.get(f).read(value(accessors.get(f), row), into, at);
            at += features.get(f).rawWidth();
        }
    }

    /** What an accessor throws is its author's, and goes on to the caller. */
    private static @Nullable Object value(MethodHandle accessor, Record row) {
        try {
            return accessor.invokeExact(row);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("record " + row.getClass().getSimpleName() + ": an accessor failed", e);
        }
    }

    private static void requireServes(RecordComponent component, Feature feature) {
        Class<?> boxed = MethodType.methodType(component.getType()).wrap().returnType();
        if (feature.kind().valueTypes().stream().noneMatch(type -> type.isAssignableFrom(boxed))) {
            throw new DataException(RecordNames.who(component) + " is of type "
                    + component.getType().getSimpleName() + ", but feature '" + feature.name() + "' is a "
                    + feature.kind().word() + " and takes "
                    + feature.kind().valueTypes().stream()
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static MethodHandle accessor(RecordComponent component, MethodHandles.Lookup lookup) {
        try {
            return lookup.unreflect(component.getAccessor()).asType(ACCESSOR);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    RecordNames.who(component) + " is out of reach of the lookup of "
                            + lookup.lookupClass().getName()
                            + "; pass MethodHandles.lookup() of a class that can call it",
                    e);
        }
    }
}
