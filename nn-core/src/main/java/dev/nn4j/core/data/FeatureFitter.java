// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.util.List;
import java.util.function.Function;

/** Makes a {@link Feature} of a {@link ColumnPlan} and the training rows, one cell after the other. */
public abstract sealed class FeatureFitter permits KnownKindFitter, FoundCategoriesFitter {
    private final String name;

    FeatureFitter(String name) {
        this.name = name;
    }

    /**
     * The feature that a column of a table makes.
     *
     * @throws DataException if the column is missing or a cell cannot be read
     */
    public static Feature fit(Table table, String column, ColumnPlan plan) {
        return fit(table, List.of(column), name -> plan).get(0);
    }

    /**
     * The features that columns of a table make, in one walk over its rows.
     *
     * @param plans of the columns by name
     * @throws DataException if a column is missing or a cell cannot be read
     */
    public static List<Feature> fit(Table table, List<String> columns, Function<String, ColumnPlan> plans) {
        List<Fitted> fitted = columns.stream()
                .map(name -> Fitted.of(table, name, plans.apply(name)))
                .toList();
        RowBlocks.over(table.rows(), (from, to) -> fitted.forEach(column -> column.add(table, from, to)));
        return fitted.stream()
                .map(column -> column.fitter().fit(table.headerOf(column.cells().name())))
                .toList();
    }

    /** A column on its way to a feature. */
    private record Fitted(Column cells, FeatureFitter fitter) {
        static Fitted of(Table table, String name, ColumnPlan plan) {
            Column cells = plan.cellType() == CellType.TEXT ? table.textsOf(name) : table.numbersOf(name);
            return new Fitted(
                    cells,
                    plan.kind() instanceof FoundCategories categories
                            ? new FoundCategoriesFitter(name, categories, plan)
                            : new KnownKindFitter(
                                    name, (FeatureKind) plan.kind(), plan, () -> table.newWords(table.rows())));
        }

        void add(Table table, int from, int to) {
            for (int row = from; row < to; row++) {
                if (cells.holdsTexts()) {
                    fitter.add(cells.text(row), table.location(row, cells.name()));
                } else {
                    fitter.add(cells.number(row));
                }
            }
        }
    }

    /**
     * Sees the next row's cell.
     *
     * @throws DataException if it is of another kind, or missing where that is an error
     */
    abstract void add(String cell, Location where);

    /** Sees the next row's number, NaN if it is missing. Columns of numbers only. */
    abstract void add(float number);

    /**
     * The feature for the rows seen.
     *
     * @param header where the column's name stands, for messages
     * @throws DataException if what was seen is too little to say
     */
    abstract Feature fit(Location header);

    final String name() {
        return name;
    }

    final DataException withoutValues(Location header) {
        return new DataException(header, "column '" + name + "' has no value in any training row; leave it out");
    }

    static Missing missing(ColumnPlan plan, List<Float> fill) {
        return new Missing(plan.missing(), plan.indicator(), fill);
    }
}
