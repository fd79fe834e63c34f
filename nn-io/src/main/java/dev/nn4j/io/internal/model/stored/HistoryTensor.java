// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.core.fit.EpochRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A training's history as one table of numbers, a row for each epoch; without times, which are no part of its state. */
public final class HistoryTensor {
    public static final String NAME = "history";
    public static final List<String> COLUMNS = List.of("loss", "accuracy", "val_loss", "val_accuracy", "learning_rate");

    private HistoryTensor() {}

    public static double[] encode(List<EpochRecord> history) {
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

    public static List<EpochRecord> decode(double[] numbers) {
        List<EpochRecord> history = new ArrayList<>();
        for (int at = 0; at < numbers.length; at += COLUMNS.size()) {
            history.add(EpochRecord.builder(history.size() + 1)
                    .loss(numbers[at])
                    .accuracy(present(numbers[at + 1]))
                    .validationLoss(present(numbers[at + 2]))
                    .validationAccuracy(present(numbers[at + 3]))
                    .learningRate(numbers[at + 4])
                    .build());
        }
        return history;
    }

    private static OptionalDouble present(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
