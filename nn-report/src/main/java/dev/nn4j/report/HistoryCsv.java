// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.io.CsvOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A training's history as CSV.
 *
 * @since 0.1.0
 */
public final class HistoryCsv {
    private static final List<String> HEADER =
            List.of("epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds");

    private HistoryCsv() {}

    /** Writes a header and a row for each epoch, scores that were watched behind the rest; closes the stream. */
    public static void write(List<EpochRecord> history, OutputStream out) throws IOException {
        try (CsvOutput csv = CsvOutput.to(out)) {
            List<Monitor> scores = history.isEmpty()
                    ? List.of()
                    : List.copyOf(history.get(0).scores().keySet());
            csv.write(with(HEADER, scores.stream().map(Monitor::word).toList()));
            for (EpochRecord epoch : history) {
                csv.write(with(
                        row(epoch),
                        scores.stream()
                                .map(score -> ShortestNumber.of(epoch.scores().get(score)))
                                .toList()));
            }
        }
    }

    private static List<String> with(List<String> cells, List<String> more) {
        return Stream.concat(cells.stream(), more.stream()).toList();
    }

    private static List<String> row(EpochRecord epoch) {
        return List.of(
                Integer.toString(epoch.epoch()),
                ShortestNumber.of(epoch.loss()),
                orEmpty(epoch.accuracy()),
                orEmpty(epoch.validationLoss()),
                orEmpty(epoch.validationAccuracy()),
                ShortestNumber.of(epoch.learningRate()),
                orEmpty(epoch.seconds()));
    }

    private static String orEmpty(OptionalDouble value) {
        return value.isPresent() ? ShortestNumber.of(value.getAsDouble()) : "";
    }
}
