// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.io.CsvOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A training's history as CSV.
 *
 * @since 0.1.0
 */
public final class HistoryCsv {
    private static final List<String> HEADER =
            List.of("epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds");

    private HistoryCsv() {}

    /** Writes a header and a row for each epoch; closes the stream. */
    public static void write(List<EpochRecord> history, OutputStream out) throws IOException {
        try (CsvOutput csv = CsvOutput.to(out)) {
            csv.write(HEADER);
            for (EpochRecord epoch : history) {
                csv.write(row(epoch));
            }
        }
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
