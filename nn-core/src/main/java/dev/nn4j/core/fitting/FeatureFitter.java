// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.internal.work.SharedLoop;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Makes a {@link Feature} of a {@link ColumnPlan} and the training rows, one cell after the other.
 *
 * @since 0.1.0
 */
public abstract sealed class FeatureFitter permits KnownKindFitter, MedianFitter, FoundCategoriesFitter {
    private final Table table;
    private final String name;

    FeatureFitter(Table table, String name) {
        this.table = table;
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
        return fit(table, columns, plans, OffsetFitter.fit(table, columns));
    }

    /**
     * The same, but that numbers stay as they are: for a network that was trained on such.
     *
     * @since 0.1.0
     */
    public static List<Feature> fitWithoutOffsets(
            Table table, List<String> columns, Function<String, ColumnPlan> plans) {
        return fit(table, columns, plans, new double[columns.size()]);
    }

    /**
     * The offsets of targets that are numbers; empty if none has one.
     *
     * @since 0.1.0
     */
    public static List<Double> targetOffsets(Table table, List<String> targets) {
        List<Double> offsets =
                Arrays.stream(OffsetFitter.fit(table, targets)).boxed().toList();
        return offsets.stream().allMatch(offset -> offset == 0) ? List.of() : offsets;
    }

    private static List<Feature> fit(
            Table table, List<String> columns, Function<String, ColumnPlan> plans, double[] offsets) {
        List<FeatureFitter> fitters = new ArrayList<>();
        for (int c = 0; c < offsets.length; c++) {
            fitters.add(of(table, columns.get(c), plans.apply(columns.get(c)), offsets[c]));
        }
        List<ColumnWalk.Column> seeing =
                fitters.stream().<ColumnWalk.Column>map(fitter -> fitter::see).toList();
        ColumnWalk.over(table.rows(), table.threads(), table.cancellation(), seeing);
        int threads = ColumnWalk.sharing(table.rows(), fitters.size(), table.threads());
        return SharedLoop.of(
                fitters.size(), threads, column -> fitters.get(column).fit());
    }

    private static FeatureFitter of(Table table, String column, ColumnPlan plan, double offset) {
        if (plan.kind() instanceof FoundCategories categories) {
            return new FoundCategoriesFitter(table, column, categories, plan);
        }
        FeatureKind kind = ((FeatureKind) plan.kind()).withOffset(offset);
        boolean numbers = !kind.cellType().isText() && kind.offset() == 0;
        return numbers && plan.missing() == MissingPolicy.MEDIAN && MedianFitter.suits(table)
                ? new MedianFitter(table, column, kind, plan)
                : new KnownKindFitter(table, column, kind, plan);
    }

    /**
     * Sees the rows {@code [from, to)}.
     *
     * @throws DataException if a cell is of another kind, or missing where that is an error
     */
    abstract void see(int from, int to);

    /**
     * The feature for the rows seen.
     *
     * @throws DataException if what was seen is too little to say
     */
    abstract Feature fit();

    final String name() {
        return name;
    }

    /** The place of a row's cell. */
    final Location location(int row) {
        return table.location(row, name);
    }

    /** Where the column's name stands. */
    final Location header() {
        return table.headerOf(name);
    }

    final DataException withoutValues() {
        return new DataException(header(), "column '" + name + "' has no value in any training row; leave it out");
    }

    static Missing missing(ColumnPlan plan, List<Float> fill) {
        return new Missing(plan.missing(), plan.indicator(), fill, plan.marks());
    }
}
