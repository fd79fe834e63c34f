// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.List;

/** Lays the features of a table side by side as raw rows. */
final class RawRows {
    private final Table table;
    private final int width;
    private final float[] rows;

    private RawRows(Table table, int width) {
        this.table = table;
        this.width = width;
        this.rows = new float[Math.multiplyExact(table.rows(), width)];
    }

    /** All rows, {@code rows × rawWidth}. */
    static float[] of(Table table, List<Feature> features, int width) {
        RawRows raw = new RawRows(table, width);
        int at = 0;
        for (Feature feature : features) {
            if (feature.cellType().isText()) {
                raw.readTexts(feature, at);
            } else {
                raw.copyNumbers(feature, at);
            }
            at += feature.rawWidth();
        }
        return raw.rows;
    }

    private void copyNumbers(Feature feature, int at) {
        float[] numbers = table.numbersOf(feature.name());
        for (int row = 0; row < numbers.length; row++) {
            rows[row * width + at] = numbers[row];
        }
    }

    private void readTexts(Feature feature, int at) {
        String[] texts = table.textsOf(feature.name());
        for (int row = 0; row < texts.length; row++) {
            feature.read(texts[row], table.location(row, feature.name()), rows, row * width + at);
        }
    }
}
