// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.internal.start.Reservoir;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes training rows and what the model makes of them as its golden rows: the first, or drawn ones as a background. */
final class GoldenSample {
    private GoldenSample() {}

    static GoldenRows of(Model model, Table table) {
        int[] first = new int[Math.min(GoldenRows.USUAL_ROWS, table.rows())];
        Arrays.setAll(first, row -> row);
        return of(model, table, first);
    }

    /** So many, drawn, each as likely; all where there are no more. */
    static GoldenRows drawn(Model model, Table table, int most, long seed) {
        Reservoir reservoir = new Reservoir(most, seed);
        int[] drawn = new int[Math.min(most, table.rows())];
        for (int row = 0; row < table.rows(); row++) {
            int place = reservoir.place();
            if (place != Reservoir.NOT_DRAWN) {
                drawn[place] = row;
            }
        }
        return of(model, table, drawn);
    }

    private static GoldenRows of(Model model, Table table, int[] chosen) {
        int rows = chosen.length;
        Table sample = table.select(chosen);
        float[] inputs = model.schema().rawRows(sample);
        float[] outputs = new float[rows * model.schema().detailWidth()];
        float[] spread = new float[rows * model.schema().outputs()];
        model.predictDetails(inputs, rows, outputs, spread, model.newScratch());
        List<Float> expected = new ArrayList<>();
        for (float value : outputs) {
            expected.add(value);
        }
        return new GoldenRows(cells(model.schema(), sample), expected);
    }

    /** As a file would hold them. */
    private static List<String> cells(Schema schema, Table sample) {
        Function<String, CellType> types = schema.cellTypes();
        List<String[]> columns = schema.features().stream()
                .map(feature -> texts(sample, feature, types.apply(feature.name())))
                .toList();
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < sample.rows(); row++) {
            for (String[] column : columns) {
                cells.add(column[row]);
            }
        }
        return cells;
    }

    private static String[] texts(Table sample, Feature feature, CellType type) {
        if (type.isText()) {
            String[] texts = sample.texts(feature.name());
            Arrays.setAll(
                    texts,
                    row -> sample.isValue(row, feature.name()) ? feature.kind().cellOf(texts[row]) : texts[row]);
            return texts;
        }
        boolean exact = feature.kind().offset() != 0;
        String[] texts = new String[sample.rows()];
        Arrays.setAll(texts, row -> {
            double number = exact ? sample.exactNumber(row, feature.name()) : sample.number(row, feature.name());
            return Double.isNaN(number)
                    ? ""
                    : type.format()
                            .written(text(
                                    number,
                                    () -> exact ? ShortestDecimal.of(number) : ShortestDecimal.of((float) number)));
        });
        return texts;
    }

    private static String text(double value, Supplier<BigDecimal> decimal) {
        return value == 0 ? (1 / value < 0 ? "-0" : "0") : decimal.get().toString();
    }
}
