// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.io.TensorDescription;

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
    static TensorStatistics of(TensorDescription tensor) {
        if (tensor.count() == 0) {
            return new TensorStatistics(0, 0, 0, 0, 0);
        }
        double minimum = tensor.value(0);
        double maximum = tensor.value(0);
        double sum = 0;
        long zeros = 0;
        for (int i = 0; i < tensor.count(); i++) {
            double value = tensor.value(i);
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
            sum += value;
            zeros += value == 0 ? 1 : 0;
        }
        double mean = sum / tensor.count();
        return new TensorStatistics(minimum, maximum, mean, deviation(tensor, mean), zeros);
    }

    private static double deviation(TensorDescription tensor, double mean) {
        double squares = 0;
        for (int i = 0; i < tensor.count(); i++) {
            squares += (tensor.value(i) - mean) * (tensor.value(i) - mean);
        }
        return Math.sqrt(squares / tensor.count());
    }
}
