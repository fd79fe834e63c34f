// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.DataException;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;

/** The rows of a table, which are read and predicted block by block. */
final class TableRows {
    private final Predictor predictor;
    private final Table table;
    private final RawRows rows;

    private TableRows(Predictor predictor, Table table, RawRows rows) {
        this.predictor = predictor;
        this.table = table;
        this.rows = rows;
    }

    static TableRows of(Predictor predictor, Table table) {
        Schema schema = predictor.schema();
        schema.featureNames().forEach(table::require);
        return new TableRows(predictor, table, RawRows.of(table, schema.features()));
    }

    void predict(Predictor.OutputSink into) {
        int width = predictor.schema().outputs();
        int block = RowBatch.blockRows(Math.max(rows.width(), width));
        float[] raw = new float[block * rows.width()];
        float[] outputs = new float[block * width];
        Scratch scratch = predictor.newScratch();
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int first = 0; first < rows.rows(); first += block) {
            walk.longStep();
            int count = Math.min(block, rows.rows() - first);
            rows.read(first, first + count, raw);
            predict(raw, first, count, outputs, scratch);
            into.accept(first, count, outputs);
        }
    }

    private void predict(float[] raw, int first, int count, float[] outputs, Scratch scratch) {
        try {
            predictor.predict(raw, count, outputs, scratch);
        } catch (DataException e) {
            UnpredictableRow row =
                    UnpredictableRow.find(predictor, raw, count, scratch).orElseThrow(() -> e);
            String column =
                    row.feature().orElse(predictor.schema().featureNames().get(0));
            throw new DataException(table.location(first + row.row(), column), row.problem());
        }
    }
}
