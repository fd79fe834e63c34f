// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.training.MemberResult;
import dev.nn4j.core.training.TrainingResult;
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
            csv.write(header(history));
            for (EpochRecord epoch : history) {
                csv.write(cells(epoch));
            }
        }
    }

    /**
     * Writes what {@link #write(List, OutputStream)} does; of an ensemble the epochs of all members, one behind the other,
     * with the member's number in a column in front.
     */
    public static void write(TrainingResult outcome, OutputStream out) throws IOException {
        if (outcome.members().isEmpty()) {
            write(outcome.history(), out);
            return;
        }
        try (CsvOutput csv = CsvOutput.to(out)) {
            csv.write(both(List.of("member"), header(outcome.history())));
            for (MemberResult member : outcome.members()) {
                for (EpochRecord epoch : member.history()) {
                    csv.write(both(List.of(Integer.toString(member.number())), cells(epoch)));
                }
            }
        }
    }

    private static List<String> header(List<EpochRecord> history) {
        return history.isEmpty()
                ? HEADER
                : both(
                        HEADER,
                        history.get(0).scores().keySet().stream()
                                .map(Monitor::word)
                                .toList());
    }

    private static List<String> cells(EpochRecord epoch) {
        return both(
                row(epoch),
                epoch.scores().values().stream().map(ShortestNumber::of).toList());
    }

    private static List<String> both(List<String> cells, List<String> more) {
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
