// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.inference;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What group each row of a table belongs to, numbered in the order in which groups first occur.
 *
 * @param numbers each row's group, from 0
 * @param names of the groups
 */
record GroupColumn(WordArray numbers, List<String> names) {
    /**
     * Reads a column of groups.
     *
     * @throws DataException if a cell is missing
     */
    static GroupColumn of(Table table, String column, MissingMarks marks) {
        WordArray numbers = table.newWords(table.rows());
        Map<String, Integer> known = new HashMap<>();
        List<String> names = new ArrayList<>();
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            if (table.isMissing(row, column, marks)) {
                throw new DataException(
                        table.location(row, column),
                        "group '" + column + "' is missing here; fill it in or leave the row out");
            }
            String name = table.text(row, column);
            Integer number = known.putIfAbsent(name, names.size());
            if (number == null) {
                names.add(name);
            }
            numbers.set(row, number == null ? names.size() - 1 : number);
        }
        return new GroupColumn(numbers, names);
    }
}
