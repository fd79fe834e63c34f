// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import java.util.List;

/**
 * How far rows have moved from those that a model learnt from.
 *
 * @param trainingRows how many rows these were
 * @param rows how many rows were compared
 * @param columns of each feature, in the schema's order
 * @since 0.1.0
 */
public record Drift(long trainingRows, long rows, List<ColumnDrift> columns) {
    /** Copies the list. */
    public Drift {
        columns = List.copyOf(columns);
    }

    /** How many columns are at this level. */
    public long count(ColumnDrift.Level level) {
        return columns.stream().filter(column -> column.level() == level).count();
    }
}
