// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.internal.work.SharedLoop;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.List;

/**
 * What the rows looked like that a model learnt from: of each feature its range, quantiles or frequencies, and gaps. It
 * changes no prediction; {@link OutsideCheck} and {@link DriftTally} compare other rows with it.
 *
 * @param rows how many there were; at least 1
 * @param columns of each feature, in the schema's order
 * @since 0.1.0
 */
public record TrainingProfile(long rows, List<ColumnProfile> columns) {
    /** Refuses columns of another number of rows. */
    public TrainingProfile {
        columns = List.copyOf(columns);
        if (rows < 1) {
            throw new IllegalArgumentException("profile: must be of at least 1 row, got " + rows);
        }
        for (ColumnProfile column : columns) {
            if (column.values() + column.missing() != rows) {
                throw new IllegalArgumentException("profile of '" + column.name() + "': counts "
                        + (column.values() + column.missing()) + " rows, there are " + rows);
            }
        }
    }

    /**
     * That of a table's rows. Numbers are sorted where the table lies, in memory or outside it; of more than {@value
     * ProfileFitter#MOST_POINTS} different ones the profile has as many quantiles, each a number there is (of tables with
     * many columns fewer, always a multiple of ten).
     *
     * @param schema whose features are looked at
     * @param table with at least one row, read as the schema says
     */
    public static TrainingProfile of(Schema schema, Table table) {
        ProfileFitter fitter = new ProfileFitter(table, schema.features().size());
        List<Feature> features = schema.features();
        int threads = ColumnWalk.sharing(table.rows(), features.size(), table.threads());
        return new TrainingProfile(
                table.rows(), SharedLoop.of(features.size(), threads, column -> fitter.profile(features.get(column))));
    }

    /**
     * Passes if the columns are a schema's features.
     *
     * @throws IllegalArgumentException if they are not
     */
    public void requireFits(Schema schema) {
        List<String> names = columns.stream().map(ColumnProfile::name).toList();
        if (!names.equals(schema.featureNames())) {
            throw new IllegalArgumentException(
                    "profile: is of the columns " + names + ", the schema has the features " + schema.featureNames());
        }
    }
}
