// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.validation;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.table.ContentOrder;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The rows of a cross-validation that have a target, in the order in which they are dealt out.
 *
 * @param table of these rows alone
 * @param places where each of them is in the whole table
 * @param isAscending whether they keep the order of the whole table
 */
record GivenRows(Table table, IntUnaryOperator places, boolean isAscending) {
    /** Of a whole table; by their content, if the experiment's are. */
    static GivenRows of(Experiment experiment, Table whole) {
        WordArray kept =
                experiment.data().targetGaps().rowsOf(whole, experiment.data().targets(), List.of());
        boolean all = kept.length() == whole.rows();
        GivenRows given =
                all ? new GivenRows(whole, row -> row, true) : new GivenRows(whole.select(kept), kept::get, true);
        return experiment.options().order().equals(TrainingOptions.BY_CONTENT) ? given.byContent(experiment) : given;
    }

    private GivenRows byContent(Experiment experiment) {
        WordArray order = ContentOrder.of(
                        table,
                        column -> !experiment.cellType(column).isSkipped(),
                        experiment.options().seed())
                .rows();
        return new GivenRows(table.select(order), row -> places.applyAsInt(order.get(row)), false);
    }

    /** Where some rows are in the whole table. */
    WordArray inWhole(WordArray rows) {
        WordArray whole = table.newWords(rows.length());
        WordArray walked = rows.walked(table.cancellation());
        for (long i = 0; i < rows.length(); i++) {
            whole.set(i, places.applyAsInt(walked.get(i)));
        }
        return whole;
    }

    /** Some rows in the order of the whole table. */
    WordArray asGiven(WordArray rows) {
        if (isAscending) {
            return rows;
        }
        long[] places = new long[Math.toIntExact(rows.length())];
        Arrays.setAll(places, i -> (long) this.places.applyAsInt(rows.get(i)) << Integer.SIZE | rows.get(i));
        Arrays.sort(places);
        return WordArray.of(Arrays.stream(places).mapToInt(place -> (int) place).toArray());
    }
}
