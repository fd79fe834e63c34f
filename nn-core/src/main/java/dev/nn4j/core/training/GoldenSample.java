// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Takes the first training rows and what the model makes of them as its golden rows. */
final class GoldenSample {
    private static final int MOST_ROWS = 5;
    private static final int DIGITS_THAT_ALWAYS_DO = 9;

    private GoldenSample() {}

    static GoldenRows of(Model model, Table table) {
        int rows = Math.min(MOST_ROWS, table.rows());
        int[] first = new int[rows];
        for (int row = 0; row < rows; row++) {
            first[row] = row;
        }
        float[] inputs = table.select(first).matrix(model.schema().features());
        float[] outputs = new float[rows * model.network().outputWidth()];
        model.predict(inputs, rows, outputs, model.newScratch());
        List<String> cells = new ArrayList<>();
        for (float value : inputs) {
            cells.add(shortest(value));
        }
        List<Float> expected = new ArrayList<>();
        for (float value : outputs) {
            expected.add(value);
        }
        return new GoldenRows(cells, expected);
    }

    /** The fewest digits that read back to the same float; {@code Float.toString} is that only from JDK 19 on. */
    private static String shortest(float value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < DIGITS_THAT_ALWAYS_DO; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if ((float) rounded.doubleValue() == value) {
                return rounded.toString();
            }
        }
        return exact.round(new MathContext(DIGITS_THAT_ALWAYS_DO)).toString();
    }
}
