// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.table.Table;

/**
 * Mean and deviation of a column of numbers, as they are read: less an offset, dates as days.
 *
 * @param mean of the values there are; NaN if there is none
 * @param deviation of the population; NaN if there is none
 * @since 0.1.0
 */
public record ColumnMoments(double mean, double deviation) {
    /**
     * Those of a table's rows, in their order (Welford 1962).
     *
     * @param feature a number or a date
     */
    public static ColumnMoments of(Table table, Feature feature) {
        Running running = new Running();
        CellReading.of(feature).read(table, running);
        return running.count == 0
                ? new ColumnMoments(Double.NaN, Double.NaN)
                : new ColumnMoments(running.mean, Math.sqrt(running.squares / running.count));
    }

    private static final class Running implements CellSink {
        private long count;
        private double mean;
        private double squares;

        @Override
        public void missing() {}

        @Override
        public void number(float value) {
            count++;
            double apart = value - mean;
            mean += apart / count;
            squares += apart * (value - mean);
        }

        @Override
        public void text(String text) {
            throw new IllegalStateException("a number reads as '" + text + "'");
        }
    }
}
