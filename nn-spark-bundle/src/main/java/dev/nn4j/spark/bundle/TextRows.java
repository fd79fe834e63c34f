// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import java.util.List;
import java.util.Optional;

/** The rows of a table, whose columns hold texts, one by one: for who looks at them before anything is known of them. */
final class TextRows implements RowSource {
    private final Table table;
    private int next;

    TextRows(Table table) {
        this.table = table;
    }

    @Override
    public String source() {
        return table.source();
    }

    @Override
    public List<String> header() {
        return table.columns();
    }

    @Override
    public Optional<SourceRow> next() {
        if (next == table.rows()) {
            return Optional.empty();
        }
        int row = next++;
        List<String> cells =
                table.columns().stream().map(column -> table.text(row, column)).toList();
        return Optional.of(new SourceRow(row + 1L, cells));
    }

    @Override
    public void close() {
        // there is nothing to close
    }
}
