// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.core.table.TargetGaps;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a training are read.
 *
 * @param columns all of the source, in its order; the cells of those that are skipped are not asked for
 * @param types one for each
 * @param targets the columns that are learnt
 * @param gapMarks that say that there is no target; empty for the usual ones
 * @param skipsGaps whether rows without a target are left out
 * @param seed of the order by content
 */
public record RowPlan(
        List<String> columns,
        List<ShippedType> types,
        List<String> targets,
        List<String> gapMarks,
        boolean skipsGaps,
        long seed)
        implements Serializable {
    /** Names rows in messages. */
    public static final String SOURCE = "DataFrame";

    /**
     * That of an experiment.
     *
     * @throws dev.nn4j.api.DataException if it names a column that is not there
     */
    public static RowPlan of(Experiment experiment, List<String> header) {
        experiment.requireColumns(SOURCE, header);
        TargetGaps gaps = experiment.data().targetGaps();
        return new RowPlan(
                new ArrayList<>(header),
                new ArrayList<>(header.stream()
                        .map(column -> ShippedType.of(experiment.cellType(column)))
                        .toList()),
                new ArrayList<>(experiment.data().targets()),
                ShippedType.texts(gaps.marks()),
                gaps.skipped(),
                experiment.options().seed());
    }

    /** That of rows that are read as they are, with what has no target too. */
    public static RowPlan reading(List<String> header, Function<String, CellType> types) {
        return new RowPlan(
                new ArrayList<>(header),
                new ArrayList<>(header.stream()
                        .map(column -> ShippedType.of(types.apply(column)))
                        .toList()),
                new ArrayList<>(),
                new ArrayList<>(),
                false,
                0);
    }

    /** Whether rows that another plan has read are those that this would read. */
    public boolean readsAs(RowPlan other) {
        return columns.equals(other.columns)
                && types.equals(other.types)
                && targets.equals(other.targets)
                && gapMarks.equals(other.gapMarks)
                && skipsGaps == other.skipsGaps;
    }

    /** The columns whose cells are read. */
    List<String> read() {
        return IntStream.range(0, columns.size())
                .filter(this::isRead)
                .mapToObj(columns::get)
                .toList();
    }

    private boolean isRead(int column) {
        return types.get(column).content() != CellType.Content.SKIPPED;
    }

    /** An empty table of these columns. */
    TableBuilder builder(String source) {
        return Table.builder(
                source, columns, types.stream().map(ShippedType::type).toList());
    }

    /**
     * Reads rows of the columns that are read.
     *
     * @param source names them in messages
     * @param line number of the first
     * @param most how many are taken at most
     * @throws dev.nn4j.api.DataException if a cell cannot be used, or a target is missing where that is an error
     */
    Table read(String source, Iterator<Row> rows, long line, int most) {
        TableBuilder table = builder(source);
        for (int i = 0; i < most && rows.hasNext(); i++) {
            Row row = rows.next();
            @Nullable Object[] cells = new @Nullable Object[columns.size()];
            int field = 0;
            for (int column = 0; column < cells.length; column++) {
                cells[column] = isRead(column) ? CellValues.of(row.get(field++)) : null;
            }
            table.addRow(new SourceRow(line + i, Arrays.asList(cells)));
        }
        return new TargetGaps(ShippedType.marks(gapMarks), skipsGaps).in(table.build(), targets, List.of());
    }
}
