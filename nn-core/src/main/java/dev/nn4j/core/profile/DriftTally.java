// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Compares rows with those that a model learnt from; memory does not grow with their number. For one thread at a time.
 *
 * <pre>{@code
 * DriftTally tally = new DriftTally(model.schema(), model.profile().orElseThrow());
 * tally.add(table);
 * Drift drift = tally.drift();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class DriftTally {
    private final Schema schema;
    private final long trainingRows;
    private final List<CellReading> readings;
    private final List<ColumnTally> tallies;
    private long rows;

    /**
     * Has seen no row yet.
     *
     * @throws IllegalArgumentException if the profile is of other columns than the schema's features
     */
    public DriftTally(Schema schema, TrainingProfile profile) {
        profile.requireFits(schema);
        this.schema = schema;
        this.trainingRows = profile.rows();
        this.readings = schema.features().stream().map(CellReading::of).toList();
        this.tallies = profile.columns().stream().map(ColumnTally::of).toList();
    }

    /**
     * Counts the rows of a table.
     *
     * @throws dev.nn4j.api.DataException if it lacks a column, or a cell cannot be read
     */
    public void add(Table table) {
        for (int f = 0; f < readings.size(); f++) {
            readings.get(f).read(table, tallies.get(f));
        }
        rows += table.rows();
    }

    /**
     * Counts all rows that a source has left; it stays open.
     *
     * @throws IOException if they cannot be read
     * @throws dev.nn4j.api.DataException if it lacks a column, a row is ragged, or a cell cannot be read
     */
    public void addAll(RowSource source) throws IOException {
        RowBinding binding = schema.bind(source.source(), source.header());
        for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
            binding.requireWidth(row.get());
            for (int f = 0; f < readings.size(); f++) {
                Object cell = row.get().cells().get(binding.field(f));
                readings.get(f).read(cell, binding.location(row.get(), f), tallies.get(f));
            }
            rows++;
        }
    }

    /** How far they have moved. */
    public Drift drift() {
        return new Drift(
                trainingRows,
                rows,
                tallies.stream().map(tally -> tally.drift(rows)).toList());
    }
}
