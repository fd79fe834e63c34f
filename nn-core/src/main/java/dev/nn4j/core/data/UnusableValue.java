// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import org.jspecify.annotations.Nullable;

/** The error for a value of another kind than its column. */
final class UnusableValue {
    private UnusableValue() {}

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
