// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.predict;

import dev.nn4j.cli.console.Failure;
import dev.nn4j.core.Model;
import dev.nn4j.report.internal.prediction.IntervalColumns;
import dev.nn4j.report.internal.prediction.PredictedColumns;
import dev.nn4j.report.internal.prediction.SetColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How far answers may be from the truth, if that is asked for. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class UncertaintyOptions {
    @Option(
            names = "--interval",
            paramLabel = "C",
            converter = LevelConverter.class,
            description = "Also write between what numbers the truth lies for a share C of the rows, as in 0.9:"
                    + " prediction_low and prediction_high, of several targets with _NAME behind them.")
    private Optional<Double> interval;

    @Option(
            names = "--set",
            paramLabel = "C",
            converter = LevelConverter.class,
            description =
                    "Also write a column prediction_set: the labels, joined by |, of which one is the true one for a"
                            + " share C of the rows; of several labels prediction_set_NAME for each: 0, 1 or both.")
    private Optional<Double> set;

    List<PredictedColumns> columns(String file, Model model) {
        List<PredictedColumns> columns = new ArrayList<>();
        interval.ifPresent(level -> columns.add(intervals(file, model, level)));
        set.ifPresent(level -> columns.add(sets(file, model, level)));
        return columns;
    }

    private static PredictedColumns intervals(String file, Model model, double level) {
        try {
            return new IntervalColumns(model.schema(), model.intervals(level));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw Failure.usage("--interval: " + file + ": " + e.getMessage());
        }
    }

    private static PredictedColumns sets(String file, Model model, double level) {
        try {
            return new SetColumn(model.sets(level));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw Failure.usage("--set: " + file + ": " + e.getMessage());
        }
    }
}
