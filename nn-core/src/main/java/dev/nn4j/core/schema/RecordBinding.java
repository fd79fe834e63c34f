// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException;
import dev.nn4j.core.internal.value.DeclaredType;
import dev.nn4j.core.internal.value.RecordComponents;
import dev.nn4j.core.internal.value.RecordNames;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which component of a record stands for which of a model's features; reads raw rows of records. Immutable and safe for
 * all threads.
 *
 * @param <R> the record type
 * @since 0.1.0
 */
public final class RecordBinding<R extends Record> {
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
            accessors.add(RecordComponents.accessor(components.get(f), lookup));
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
        Objects.requireNonNull(row, "record: the row is null");
        int at = from;
        for (int f = 0; f < features.size(); f++) {
            features.get(f).read(RecordComponents.value(accessors.get(f), row), into, at);
            at += features.get(f).rawWidth();
        }
    }

    private static void requireServes(RecordComponent component, Feature feature) {
        if (!DeclaredType.serves(component, feature.kind().valueTypes())) {
            throw new DataException(RecordComponents.who(component) + " is of type "
                    + component.getType().getSimpleName() + ", but feature '" + feature.name() + "' is a "
                    + feature.kind().word() + " and takes "
                    + UnusableValue.types(feature.kind()));
        }
    }
}
