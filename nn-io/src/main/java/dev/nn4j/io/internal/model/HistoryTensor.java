// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.core.training.EpochRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A training's history as one table of numbers, a row for each epoch; without times, which are no part of its state. */
final class HistoryTensor {
    static final String NAME = "history";
    static final List<String> COLUMNS = List.of("loss", "accuracy", "val_loss", "val_accuracy", "learning_rate");

    private HistoryTensor() {}

    static double[] encode(List<EpochRecord> history) {
        double[] numbers = new double[history.size() * COLUMNS.size()];
        int at = 0;
        for (EpochRecord epoch : history) {
            numbers[at++] = epoch.loss();
            numbers[at++] = epoch.accuracy().orElse(Double.NaN);
            numbers[at++] = epoch.validationLoss().orElse(Double.NaN);
            numbers[at++] = epoch.validationAccuracy().orElse(Double.NaN);
            numbers[at++] = epoch.learningRate();
        }
        return numbers;
    }

    static List<EpochRecord> decode(double[] numbers) {
        List<EpochRecord> history = new ArrayList<>();
        for (int at = 0; at < numbers.length; at += COLUMNS.size()) {
            history.add(new EpochRecord(
                    history.size() + 1,
                    numbers[at],
                    present(numbers[at + 1]),
                    present(numbers[at + 2]),
                    present(numbers[at + 3]),
                    numbers[at + 4],
                    OptionalDouble.empty()));
        }
        return history;
    }

    private static OptionalDouble present(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
