// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import java.util.List;

/**
 * A few raw rows and the exact outputs they must give, stored with a model to prove that a reader computes the same
 * numbers.
 *
 * @param cells text cells as a data file would hold them, row by row, features in order
 * @param outputs the model's outputs for them, where it has them its details, row by row, bit for bit
 * @since 0.1.0
 */
public record GoldenRows(List<String> cells, List<Float> outputs) {
    /** How many a model usually has, the first that it learnt from. More are drawn, to compare others with them. */
    public static final int USUAL_ROWS = 5;

    /** Copies both. */
    public GoldenRows {
        cells = List.copyOf(cells);
        outputs = List.copyOf(outputs);
    }

    /** No rows. */
    public static GoldenRows none() {
        return new GoldenRows(List.of(), List.of());
    }
}
