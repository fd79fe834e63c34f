// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.util.List;

/**
 * Makes a {@link Feature} of a {@link ColumnPlan} and the training rows, one cell after the other. Not safe for several
 * threads.
 */
public abstract sealed class FeatureFitter permits KnownKindFitter, FoundCategoriesFitter {
    private final String name;

    FeatureFitter(String name) {
        this.name = name;
    }

    /** A fitter for the column of this name. */
    public static FeatureFitter of(String name, ColumnPlan plan) {
        return plan.kind() instanceof FoundCategories categories
                ? new FoundCategoriesFitter(name, categories, plan)
                : new KnownKindFitter(name, (FeatureKind) plan.kind(), plan);
    }

    /**
     * The feature that a column of a table makes.
     *
     * @throws DataException if the column is missing or a cell cannot be read
     */
    public static Feature fit(Table table, String column, ColumnPlan plan) {
        FeatureFitter fitter = of(column, plan);
        if (!plan.cellType().isText()) {
            for (float number : table.numbersOf(column)) {
                fitter.add(number);
            }
        } else {
            String[] texts = table.textsOf(column);
            for (int row = 0; row < texts.length; row++) {
                fitter.add(texts[row], table.location(row, column));
            }
        }
        return fitter.fit(table.headerOf(column));
    }

    /**
     * Sees the next row's cell.
     *
     * @throws DataException if it is of another kind, or missing where that is an error
     */
    public abstract void add(String cell, Location where);

    /** Sees the next row's number, NaN if it is missing. Columns of numbers only. */
    public abstract void add(float number);

    /**
     * The feature for the rows seen.
     *
     * @param header where the column's name stands, for messages
     * @throws DataException if what was seen is too little to say
     */
    public abstract Feature fit(Location header);

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
