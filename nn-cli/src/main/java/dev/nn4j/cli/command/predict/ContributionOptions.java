// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.predict;

import dev.nn4j.cli.command.RowsOptions;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.explanation.Background;
import dev.nn4j.core.explanation.ShapleyExplainer;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.report.internal.prediction.ContributionColumns;
import dev.nn4j.report.internal.prediction.PredictedColumns;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether and against what predictions are explained. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ContributionOptions {
    @Option(
            names = "--contributions",
            description =
                    "Also write what each column contributes to the prediction: base, and c_COLUMN for each; together"
                            + " they are the number, or the probability of the positive or predicted class.")
    private boolean wanted;

    @Option(
            names = "--background",
            paramLabel = "FILE",
            description = "Rows that --contributions compares with, such as the training data (default:"
                    + " those that the model keeps, or else rows of --data).")
    private Optional<String> background;

    @Option(names = "--background-query", paramLabel = "SQL", description = "Of --background jdbc:…, which rows.")
    private Optional<String> backgroundQuery;

    private Optional<Source> others = Optional.empty();

    /** Notes what is read beside the data. */
    void note(FileUses traffic, RowsOptions reading) {
        RowsOptions.requireAsked("--background", background, backgroundQuery);
        if (background.isPresent() && !wanted) {
            throw Failure.usage("--background: is what --contributions compares with; give both or neither");
        }
        others = background.map(file -> reading.others(traffic, "--background", file, backgroundQuery));
    }

    /** The data, which may be read for rows to compare with before they are answered. */
    Source readBy(Source data) {
        return wanted && background.isEmpty() ? data.readAgain() : data;
    }

    /** The columns that are wanted; is asked before the data are read. */
    List<PredictedColumns> columns(Console console, Model model, Source data, Execution execution) throws IOException {
        if (!wanted) {
            return List.of();
        }
        Background compared = compared(console, model, data);
        return List.of(new ContributionColumns(model.schema(), ShapleyExplainer.of(model, compared, 0, execution)));
    }

    private Background compared(Console console, Model model, Source data) throws IOException {
        Optional<Background> kept = Background.kept(model);
        if (background.isEmpty() && kept.isPresent()) {
            return kept.get();
        }
        if (background.isEmpty() && data.isStandard()) {
            throw Failure.usage("--contributions: stdin cannot be read twice; name a file of rows to compare with by"
                    + " --background");
        }
        try (RowSource rows = others.orElse(data).rows(console, TableReader.needed(model.schema()))) {
            return Background.read(model.schema(), rows, Background.USUAL_ROWS, 0);
        }
    }
}
