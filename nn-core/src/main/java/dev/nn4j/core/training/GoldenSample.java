// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.CellType;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
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
        Table sample = table.select(first);
        float[] inputs = model.schema().rawRows(sample);
        float[] outputs = new float[rows * model.network().outputWidth()];
        model.predict(inputs, rows, outputs, model.newScratch());
        List<Float> expected = new ArrayList<>();
        for (float value : outputs) {
            expected.add(value);
        }
        return new GoldenRows(cells(model.schema(), sample), expected);
    }

    /** As a file would hold them. */
    private static List<String> cells(Schema schema, Table sample) {
        List<String[]> columns = schema.featureNames().stream()
                .map(name -> texts(sample, name, schema.cellType(name)))
                .toList();
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < sample.rows(); row++) {
            for (String[] column : columns) {
                cells.add(column[row]);
            }
        }
        return cells;
    }

    private static String[] texts(Table sample, String column, CellType type) {
        if (type.isText()) {
            return sample.texts(column);
        }
        float[] numbers = sample.numbers(column);
        String[] texts = new String[numbers.length];
        Arrays.setAll(
                texts, row -> Float.isNaN(numbers[row]) ? "" : type.format().written(shortest(numbers[row])));
        return texts;
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
