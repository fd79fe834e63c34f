// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.inference;

import dev.nn4j.api.DataException;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.experiment.DataRoles;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fitting.GroupSplits;
import dev.nn4j.core.fitting.Splits;
import dev.nn4j.core.fitting.TimeSplits;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.BitSet;
import java.util.function.Supplier;

/** Which rows of a table are set aside to validate on: some at random, whole groups, or the latest. */
public final class RowDivision {
    private RowDivision() {}

    /**
     * The rows set aside.
     *
     * @param classes each row's class; asked for only where classes are kept in proportion
     * @throws DataException if a group or a time is missing, or all rows have one time
     */
    public static BitSet aside(Experiment experiment, Supplier<WordArray> classes, Table table) {
        DataRoles roles = experiment.data();
        double fraction = experiment.options().validationFraction();
        if (roles.time().isPresent()) {
            return later(table, roles.time().get(), roles, fraction);
        }
        boolean byContent = experiment.options().order().equals(TrainingOptions.BY_CONTENT);
        if (byContent && roles.group().isEmpty()) {
            BitSet first = new BitSet(table.rows());
            first.set(0, (int) Math.round(fraction * table.rows())); // the order is as good as a draw
            return first;
        }
        WordArray work = table.newWords(table.rows()).walked(table.cancellation());
        WordArray walked = classes.get().walked(table.cancellation());
        long seed = experiment.options().seed();
        if (roles.group().isPresent()) {
            WordArray groups =
                    GroupColumn.of(table, roles.group().get(), roles.marks()).numbers();
            return GroupSplits.setAside(walked, groups.walked(table.cancellation()), work, fraction, seed);
        }
        return Splits.setAside(walked, work, fraction, seed);
    }

    private static BitSet later(Table table, String column, DataRoles roles, double fraction) {
        TimeColumn times = TimeColumn.of(table, column, roles.plan(column));
        long[] start = new TimeSplits(table.rows(), times).later(fraction);
        if (start.length == 0) {
            throw new DataException(
                    table.headerOf(column),
                    "all rows have one time in '" + column
                            + "', so none are later than others; name another column in data.time or leave it out");
        }
        BitSet aside = new BitSet(table.rows());
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            if (times.of(row) >= start[0]) {
                aside.set(row);
            }
        }
        return aside;
    }
}
