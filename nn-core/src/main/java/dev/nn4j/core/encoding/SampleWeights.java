// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;

/**
 * What the rows of a table weigh by one of its columns.
 *
 * @since 0.1.0
 */
public final class SampleWeights {
    /** Weights a million times smaller than this one are still floats of all their digits. */
    private static final float LEAST = 0x1p-106f;

    private SampleWeights() {}

    /**
     * The weights, a float each, where the table is.
     *
     * @param column of numbers
     * @throws DataException if one is missing, negative or infinite, or all are 0
     */
    public static WordArray of(Table table, String column) {
        Column weights = table.numbersOf(column);
        WordArray words = table.newWords(table.rows());
        double sum = 0;
        float most = 0;
        for (int row = 0; row < table.rows(); row++) {
            float weight = weights.number(row);
            if (!(weight >= 0) || Float.isInfinite(weight)) {
                throw new DataException(
                        table.location(row, column),
                        Float.isNaN(weight)
                                ? "weight '" + column + "' is missing here; fill it in or leave the row out"
                                : "weight '" + column + "' must be at least 0, got " + weight);
            }
            words.set(row, Float.floatToRawIntBits(weight));
            sum += weight;
            most = Math.max(most, weight);
        }
        if (sum == 0) {
            throw new DataException(
                    table.headerOf(column),
                    "all weights in '" + column
                            + "' are 0, or too small for 32-bit numbers; multiply them, as only their"
                            + " ratios matter");
        }
        if (most < LEAST) {
            throw new DataException(
                    table.headerOf(column),
                    "the largest weight in '" + column + "' is " + most
                            + ", too small for 32-bit numbers; multiply all, as only their ratios matter");
        }
        return words;
    }
}
