// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.inference;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.SampleWeights;
import dev.nn4j.core.encoding.TargetEncoder;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;

/** The weights of a table's rows: 1, times what the row's sample and its class weigh. */
public final class RowWeights {
    private final Table table;
    private final WordArray weights;

    /** Each 1. */
    public RowWeights(Table table) {
        this.table = table;
        this.weights = table.newWords(table.rows());
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            set(row, 1);
        }
    }

    /** The weights, a float each. */
    public WordArray words() {
        return weights;
    }

    /** By the numbers of a column. */
    public void multiplyBySamples(String column) {
        WordArray given = SampleWeights.of(table, column);
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            set(row, weights.number(row) * given.number(row));
        }
    }

    /**
     * By what the classes of the rows weigh.
     *
     * @throws ConfigurationException if all then weigh nothing, or some infinitely much
     */
    public void multiplyByClasses(Schema schema, ClassWeights classWeights) {
        WordArray classes = new TargetEncoder(schema).classWords(table);
        int[] counts = new int[schema.labels().size()];
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            counts[classes.get(row)]++;
        }
        float[] byClass = classWeights.of(schema.labels(), counts);
        float greatest = 0;
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
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
