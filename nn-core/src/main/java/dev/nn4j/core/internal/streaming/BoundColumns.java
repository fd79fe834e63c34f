// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.streaming;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.core.table.WordArray;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a source as an evaluation reads them. For all threads.
 *
 * @param features where they stand
 * @param targetColumns a builder of the columns of which the targets alone are read
 * @param allColumns a builder of all columns
 */
record BoundColumns(RowBinding features, TableBuilder targetColumns, TableBuilder allColumns) {
    /**
     * Finds them.
     *
     * @param types how the column of a name is read
     * @throws dev.nn4j.api.DataException if one is missing
     */
    static BoundColumns of(Schema schema, RowSource source, Function<String, CellType> types) {
        List<String> header = source.header();
        for (String feature : schema.featureNames()) {
            if (!header.contains(feature)) {
                throw Table.missing(source.source(), feature, header, schema.featureNames());
            }
        }
        List<CellType> all = header.stream().map(types).toList();
        List<CellType> targets = header.stream()
                .map(name -> schema.targets().contains(name) ? types.apply(name) : CellType.SKIPPED)
                .toList();
        return new BoundColumns(
                schema.bind(source.source(), header),
                Table.builder(source.source(), header, targets),
                Table.builder(source.source(), header, all));
    }

    /** The targets of some rows. */
    Table targets(List<SourceRow> rows) {
        TableBuilder block = targetColumns.newBlock(rows.size());
        rows.forEach(block::addRow);
        return block.build();
    }

    /**
     * Passes if the cells of the rows beside these can be read: what cannot be is a fault also where nobody asks for it.
     *
     * @param taken indices of rows, ascending
     * @throws dev.nn4j.api.DataException if one cannot
     */
    void requireReadable(List<SourceRow> rows, WordArray taken) {
        if (taken.length() == rows.size()) {
            return;
        }
        TableBuilder beside = allColumns.newBlock();
        int next = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (next < taken.length() && taken.get(next) == row) {
                next++;
            } else {
                beside.addRow(rows.get(row));
            }
        }
    }
}
