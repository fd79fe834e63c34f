// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.api.DataException;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.List;

/** Refuses rows of a table that scaling takes out of what a float holds. */
final class FiniteRows {
    private final Table table;
    private final InputEncoder encoder;
    private final List<String> targets;

    FiniteRows(Table table, InputEncoder encoder, Schema schema) {
        this.table = table;
        this.encoder = encoder;
        this.targets = schema.targets();
    }

    /** Which of the encoded rows is the first with a number that is not finite; −1 if none is. */
    int firstBad(float[] inputs, float[] scaledTargets, int rows, int targetWidth) {
        int input = FiniteNumbers.firstNotFinite(inputs, rows * encoder.width());
        int target = FiniteNumbers.firstNotFinite(scaledTargets, rows * targetWidth);
        int byInput = input < 0 ? rows : input / encoder.width();
        int byTarget = target < 0 ? rows : target / targetWidth;
        int bad = Math.min(byInput, byTarget);
        return bad == rows ? -1 : bad;
    }

    /**
     * The error for such a row.
     *
     * @param row of the table
     * @param at which of the encoded rows it is
     */
    DataException refused(int row, int at, float[] inputs, float[] scaledTargets, int targetWidth) {
        for (int i = 0; i < encoder.width(); i++) {
            float found = inputs[at * encoder.width() + i];
            if (!Float.isFinite(found)) {
                String column = encoder.featureOf(i).map(Feature::name).orElse(targets.get(0));
                return new DataException(table.location(row, column), encoder.notFinite(i, found));
            }
        }
        int target = 0;
        while (Float.isFinite(scaledTargets[at * targetWidth + target])) {
            target++;
        }
        String column = targets.get(Math.min(target, targets.size() - 1));
        return new DataException(
                table.location(row, column),
                "target '" + column + "' is " + scaledTargets[at * targetWidth + target]
                        + " once it is scaled, and must be finite; give a value nearer to those of the training rows, or"
                        + " divide the column by a constant and train again");
    }
}
