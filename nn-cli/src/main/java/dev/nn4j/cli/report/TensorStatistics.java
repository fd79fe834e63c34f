// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

/**
 * What numbers of a tensor look like as a whole.
 *
 * @param minimum least; 0 of none
 * @param maximum greatest; 0 of none
 * @param mean of all; 0 of none
 * @param deviation of the population
 * @param zeros how many are exactly zero
 */
record TensorStatistics(double minimum, double maximum, double mean, double deviation, long zeros) {
    static TensorStatistics of(float[] values) {
        if (values.length == 0) {
            return new TensorStatistics(0, 0, 0, 0, 0);
        }
        double minimum = values[0];
        double maximum = values[0];
        double sum = 0;
        long zeros = 0;
        for (float value : values) {
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
            sum += value;
            zeros += value == 0 ? 1 : 0;
        }
        double mean = sum / values.length;
        return new TensorStatistics(minimum, maximum, mean, deviation(values, mean), zeros);
    }

    private static double deviation(float[] values, double mean) {
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
