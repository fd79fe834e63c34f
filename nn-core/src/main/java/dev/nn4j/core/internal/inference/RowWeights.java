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

/**
 * The weights of a table's rows: 1, times what the row's sample and its class weigh. A row's class is looked up whenever its
 * weight is asked for, which takes less memory than a weight for each.
 */
public final class RowWeights {
    private final Table table;
    private WordArray weights;
    /** Whether any weighs other than 1. */
    private boolean isWeighed;

    /** Each 1. */
    public RowWeights(Table table) {
        this.table = table;
        this.weights = new OfClasses(table.newWords(table.rows(), 0), new float[] {1});
    }

    /** Words that are classes, as which each weighs. */
    private record OfClasses(WordArray classes, float[] weights) implements WordArray {
        @Override
        public long length() {
            return classes.length();
        }

        @Override
        public int get(long index) {
            return Float.floatToRawIntBits(number(index));
        }

        @Override
        public float number(long index) {
            return weights[classes.get(index)];
        }

        @Override
        public void set(long index, int word) {
            throw new IllegalStateException("weights of classes: cannot be set");
        }

        @Override
        public void read(long from, float[] into, int at, int count) {
            for (int i = 0; i < count; i++) {
                into[at + i] = number(from + i);
            }
        }

        @Override
        public void write(long to, float[] numbers, int from, int count) {
            throw new IllegalStateException("weights of classes: cannot be set");
        }
    }

    /** The weights, a float each; read only. */
    public WordArray words() {
        return weights;
    }

    /** By the numbers of a column. */
    public void multiplyBySamples(String column) {
        WordArray samples = SampleWeights.of(table, column);
        if (isWeighed) {
            multiplyBy(samples);
        } else {
            weights = samples; // times 1
            isWeighed = true;
        }
    }

    private void multiplyBy(WordArray given) {
        WordArray products = table.newWords(table.rows());
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            products.set(row, Float.floatToRawIntBits(weights.number(row) * given.number(row)));
        }
        weights = products;
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
        WordArray byClass = new OfClasses(classes, classWeights.of(schema.labels(), counts));
        if (isWeighed) {
            multiplyBy(byClass);
        } else {
            weights = byClass;
            isWeighed = true;
        }
        float greatest = 0;
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            greatest = Math.max(greatest, weights.number(row));
        }
        if (greatest == 0 || Float.isInfinite(greatest)) {
            throw new ConfigurationException(
                    "training.classWeights",
                    "leave every row with weight 0 or one with an infinite one; choose weights near 1");
        }
    }
}
