// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.internal.text.ShownCell;
import dev.nn4j.core.internal.text.ValueText;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The error for a value of another kind than its column. */
final class UnusableValue {
    private UnusableValue() {}

    /** Of a type that a kind does not read. */
    static DataException ofType(FeatureKind kind, Object value, String feature) {
        return new DataException("feature '" + feature + "' is a " + kind.word() + " and takes " + types(kind)
                + ", got " + ValueText.described(value) + "; convert it");
    }

    /** What a kind reads, in words. */
    static String types(FeatureKind kind) {
        return kind.valueTypes().stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }

    /**
     * Says what is wanted and what was found.
     *
     * @param where the cell's place, or none for a value of a program
     * @param who the column or feature
     */
    static DataException of(@Nullable Location where, String who, String wanted, String found) {
        String problem = who + " must hold " + wanted + ", got '" + ShownCell.of(found) + "'";
        return where == null
                ? new DataException(problem)
                : new DataException(where, problem + "; correct the cell or leave the column out");
    }
}
