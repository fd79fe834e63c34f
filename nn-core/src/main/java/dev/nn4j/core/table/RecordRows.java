// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.value.DeclaredType;
import dev.nn4j.core.internal.value.RecordComponents;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Takes records apart: a column for each component, of the component's name and in the components' order. */
final class RecordRows {
    private RecordRows() {}

    /** The rows one at a time, with all components. */
    static <R extends Record> RowSource source(Iterable<? extends R> rows, Class<R> type, MethodHandles.Lookup lookup) {
        List<RecordComponent> components = components(type);
        List<MethodHandle> accessors = components.stream()
                .map(component -> RecordComponents.accessor(component, lookup))
                .toList();
        return new ValueRows<R>(type.getSimpleName(), names(components), rows.iterator(), (row, number) -> {
            Object[] values = new Object[accessors.size()];
            for (int c = 0; c < values.length; c++) {
                values[c] = RecordComponents.value(accessors.get(c), row);
            }
            return Arrays.asList(values);
        });
    }

    static <R extends Record> Table table(
            Iterable<? extends R> rows,
            Class<R> type,
            MethodHandles.Lookup lookup,
            Function<String, CellType> types,
            Cancellation.Walk walk) {
        List<RecordComponent> components = components(type);
        List<String> names = names(components);
        List<CellType> cellTypes = names.stream().map(types).toList();
        List<MethodHandle> accessors = new ArrayList<>();
        for (int c = 0; c < components.size(); c++) {
            requireServes(components.get(c), cellTypes.get(c));
            accessors.add(RecordComponents.accessor(components.get(c), lookup));
        }
        TableBuilder table = Table.builder(type.getSimpleName(), names, cellTypes);
        Object[] values = new Object[names.size()];
        for (R row : rows) {
            walk.longStep();
            Objects.requireNonNull(row, "table: a row is null");
            for (int c = 0; c < values.length; c++) {
                values[c] = cellTypes.get(c).isSkipped() ? null : RecordComponents.value(accessors.get(c), row);
            }
            table.addValues(values);
        }
        return table.build();
    }

    private static List<RecordComponent> components(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record type");
        }
        return List.of(type.getRecordComponents());
    }

    private static List<String> names(List<RecordComponent> components) {
        return components.stream().map(RecordComponent::getName).toList();
    }

    private static void requireServes(RecordComponent component, CellType type) {
        if (!DeclaredType.serves(component, ValueParser.types(type))) {
            throw new DataException(RecordComponents.who(component) + " is of type "
                    + component.getType().getSimpleName() + ", but its column takes " + ValueParser.wanted(type)
                    + "; change the component or the column's plan, or ignore the column");
        }
    }
}
