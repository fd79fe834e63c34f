// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.EpochRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A training's history as one table of numbers, a row for each epoch; without times, which are no part of its state. */
public final class HistoryTensor {
    public static final String NAME = "history";
    private static final List<String> COLUMNS =
            List.of("loss", "accuracy", "val_loss", "val_accuracy", "learning_rate");

    private HistoryTensor() {}

    /** The columns of a training with these options: scores that it watches stand behind the others. */
    public static List<String> columns(TrainingOptions options) {
        return Stream.concat(COLUMNS.stream(), scores(options).stream().map(Monitor::word))
                .toList();
    }

    private static List<Monitor> scores(TrainingOptions options) {
        return options.watched().stream().filter(Monitor::isScore).toList();
    }

    public static double[] encode(TrainingOptions options, List<EpochRecord> history) {
        List<Monitor> scores = scores(options);
        double[] numbers = new double[history.size() * (COLUMNS.size() + scores.size())];
        int at = 0;
        for (EpochRecord epoch : history) {
            numbers[at++] = epoch.loss();
            numbers[at++] = epoch.accuracy().orElse(Double.NaN);
            numbers[at++] = epoch.validationLoss().orElse(Double.NaN);
            numbers[at++] = epoch.validationAccuracy().orElse(Double.NaN);
            numbers[at++] = epoch.learningRate();
            for (Monitor score : scores) {
                numbers[at++] = epoch.scores().getOrDefault(score, Double.NaN);
            }
        }
        return numbers;
    }

    public static List<EpochRecord> decode(TrainingOptions options, double[] numbers) {
        List<Monitor> watched = scores(options);
        List<EpochRecord> history = new ArrayList<>();
        for (int at = 0; at < numbers.length; at += COLUMNS.size() + watched.size()) {
            Map<Monitor, Double> scores = new EnumMap<>(Monitor.class);
            for (int i = 0; i < watched.size(); i++) {
                scores.put(watched.get(i), numbers[at + COLUMNS.size() + i]);
            }
            history.add(EpochRecord.builder(history.size() + 1)
                    .loss(numbers[at])
                    .accuracy(present(numbers[at + 1]))
                    .validationLoss(present(numbers[at + 2]))
                    .validationAccuracy(present(numbers[at + 3]))
                    .learningRate(numbers[at + 4])
                    .scores(scores)
                    .build());
        }
        return history;
    }

    private static OptionalDouble present(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
