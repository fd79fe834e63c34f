// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.TargetEncoder;
import dev.nn4j.core.data.Words;

/** The weights of a table's rows: 1, times what the row's sample and its class weigh. */
final class RowWeights {
    private final Table table;
    private final Words weights;

    RowWeights(Table table) {
        this.table = table;
        this.weights = table.newWords(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            set(row, 1);
        }
    }

    /** The weights, a float each. */
    Words words() {
        return weights;
    }

    void multiplyBySamples(String column) {
        double sum = 0;
        for (int row = 0; row < table.rows(); row++) {
            float given = table.number(row, column);
            if (given < 0) {
                throw new DataException(
                        table.location(row, column), "weight '" + column + "' must be at least 0, got " + given);
            }
            set(row, weights.number(row) * given);
            sum += given;
        }
        if (sum == 0) {
            throw new DataException(table.headerOf(column), "all weights in '" + column + "' are 0");
        }
    }

    void multiplyByClasses(Schema schema, ClassWeights classWeights) {
        Words classes = new TargetEncoder(schema).classWords(table);
        int[] counts = new int[schema.labels().size()];
        for (int row = 0; row < table.rows(); row++) {
            counts[classes.get(row)]++;
        }
        float[] byClass = classWeights.of(schema.labels(), counts);
        float greatest = 0;
        for (int row = 0; row < table.rows(); row++) {
            float weight = weights.number(row) * byClass[classes.get(row)];
            set(row, weight);
            greatest = Math.max(greatest, weight);
        }
        if (greatest == 0 || Float.isInfinite(greatest)) {
            throw new ConfigurationException(
                    "training.classWeights",
                    "leave every row with weight 0 or one with an infinite one; choose weights near 1");
        }
    }

    private void set(int row, float weight) {
        weights.set(row, Float.floatToRawIntBits(weight));
    }
}
