// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Whether one column alone tells the target of every row: it may well have been written down after the target was. */
abstract class Leak {
    private static final double ALL_BUT_EQUAL = 0.99999;

    /** For the target of these rows; finds nothing in several targets. */
    static Leak of(Schema schema, Table table) {
        if (schema.task().hasLabels()) {
            return new OfLabels(
                    table,
                    new TargetEncoder(schema).classes(table),
                    schema.labels().size());
        }
        return schema.targets().size() == 1
                ? new OfNumbers(table, table.numbersOf(schema.targets().get(0)))
                : new Leak() {
                    @Override
                    boolean isIn(Feature feature) {
                        return false;
                    }
                };
    }

    abstract boolean isIn(Feature feature);

    /** The labels' ranges of a number do not meet, or every text has one label. */
    private static final class OfLabels extends Leak {
        private final Table table;
        private final int[] classes;
        private final int labels;

        OfLabels(Table table, int[] classes, int labels) {
            this.table = table;
            this.classes = classes;
            this.labels = labels;
        }

        @Override
        boolean isIn(Feature feature) {
            return feature.cellType().isText()
                    ? tells(table.textsOf(feature.name()))
                    : separates(table.numbersOf(feature.name()));
        }

        private boolean tells(String[] texts) {
            Map<String, Integer> labelOf = new HashMap<>();
            for (int row = 0; row < texts.length; row++) {
                Integer label = labelOf.putIfAbsent(texts[row], classes[row]);
                if (label != null && label != classes[row]) {
                    return false;
                }
            }
            return 2L * labelOf.size() <= texts.length;
        }

        private boolean separates(float[] numbers) {
            float[] least = new float[labels];
            float[] most = new float[labels];
            Arrays.fill(least, Float.POSITIVE_INFINITY);
            Arrays.fill(most, Float.NEGATIVE_INFINITY);
            for (int row = 0; row < numbers.length; row++) {
                least[classes[row]] = Math.min(least[classes[row]], numbers[row]);
                most[classes[row]] = Math.max(most[classes[row]], numbers[row]);
            }
            for (int a = 0; a < labels; a++) {
                for (int b = 0; b < a; b++) {
                    if (!(most[a] < least[b] || most[b] < least[a])) {
                        return false; // NaN, a missing value, tells nothing
                    }
                }
            }
            return true;
        }
    }

    /** The correlation of number and target is all but one. */
    private static final class OfNumbers extends Leak {
        private final Table table;
        private final float[] targets;

        OfNumbers(Table table, float[] targets) {
            this.table = table;
            this.targets = targets;
        }

        @Override
        boolean isIn(Feature feature) {
            if (feature.cellType().isText()) {
                return false;
            }
            float[] numbers = table.numbersOf(feature.name());
            double meanX = mean(numbers);
            double meanY = mean(targets);
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int row = 0; row < numbers.length; row++) {
                double x = numbers[row] - meanX;
                double y = targets[row] - meanY;
                xx += x * x;
                yy += y * y;
                xy += x * y;
            }
            return xy * xy > ALL_BUT_EQUAL * xx * yy; // false for NaN
        }

        private static double mean(float[] values) {
            double sum = 0;
            for (float value : values) {
                sum += value;
            }
            return sum / values.length;
        }
    }
}
