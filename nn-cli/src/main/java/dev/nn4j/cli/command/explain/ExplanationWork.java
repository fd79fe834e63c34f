// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.explain;

import dev.nn4j.api.DataException;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.explanation.Background;
import dev.nn4j.core.explanation.ExplainedOutput;
import dev.nn4j.core.explanation.ExplainedRow;
import dev.nn4j.core.explanation.Explanation;
import dev.nn4j.core.explanation.ImportanceRequest;
import dev.nn4j.core.explanation.PartialDependence;
import dev.nn4j.core.explanation.PermutationImportance;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import dev.nn4j.report.NotesText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Explains a model by a table.
 *
 * @param sample the most rows that importance is measured on
 */
record ExplanationWork(Console console, Model model, Execution execution, Optional<String> weight, int sample) {
    private static final int MOST_DEPENDENCE_ROWS = 500;
    private static final int MOST_DEPENDENCE_FEATURES = 6;
    private static final int MOST_DEPENDENCE_OUTPUTS = 4;

    /**
     * Does it all.
     *
     * @param background of the rows to compare with, if they are others
     * @param rows that are explained, from 1 on
     * @param label what is explained of them
     */
    Explanation explanation(
            Source source,
            Optional<Source> background,
            List<Long> rows,
            Optional<String> label,
            ImportanceRequest request)
            throws IOException {
        Optional<ExplainedOutput> output = label.isPresent() ? Optional.of(named(label.get())) : Optional.empty();
        Evaluator evaluator = evaluator();
        Table table = new TableReader(console, execution.threads())
                .features(source, model.schema(), evaluator.cellTypes())
                .withThreads(execution.threads());
        Background compared = comparedWith(table, background);
        List<ExplainedRow> explained = new RowsOfTable(model, table, execution).explained(rows, output, compared);
        Optional<PermutationImportance> importance = importance(evaluator, table, request);
        return new Explanation(
                model.schema(), importance, dependence(table, importance, output), compared.count(), explained);
    }

    private Evaluator evaluator() {
        if (weight.isPresent() && model.schema().targets().contains(weight.get())) {
            throw Failure.usage("--weight: '" + weight.get() + "' is the target; name the column of weights");
        }
        Evaluator plain = Evaluator.of(model).skippingUnsaidGaps();
        return weight.isPresent() ? plain.withWeight(weight.get()) : plain;
    }

    private ExplainedOutput named(String label) {
        try {
            return ExplainedOutput.named(model.schema(), label);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--label: " + e.getMessage());
        }
    }

    private Background comparedWith(Table table, Optional<Source> background) throws IOException {
        if (background.isEmpty()) {
            Optional<Background> kept = Background.kept(model);
            return kept.isPresent() ? kept.get() : Background.drawn(model.schema(), table, Background.USUAL_ROWS, 0);
        }
        try (RowSource others = background.get().rows(console, TableReader.needed(model.schema()))) {
            return Background.read(model.schema(), others, Background.USUAL_ROWS, 0);
        }
    }

    private Optional<PermutationImportance> importance(Evaluator evaluator, Table table, ImportanceRequest request) {
        Schema schema = model.schema();
        if (!table.columns().containsAll(schema.targets())) {
            console.warn("there is no column '" + String.join("', '", schema.targets())
                    + "' to compare answers with; importance is left out");
            return Optional.empty();
        }
        Table targeted = targeted(table);
        if (targeted.rows() == 0) {
            return Optional.empty();
        }
        InputTally tally = new InputTally(schema, InputTally.Leniency.UNSAID);
        tally.usable(targeted);
        NotesText.lines(tally.notes(), "used").forEach(console::warn);
        Table usable = DrawnRows.of(evaluator.usable(targeted), sample);
        if (usable.rows() == 1) {
            console.warn("there is one row to measure importance on, and it takes several; importance is left out");
            return Optional.empty();
        }
        Answers answers = evaluator.answers(usable);
        try {
            return Optional.of(PermutationImportance.of(model, answers, schema.rawRows(usable), request));
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    new DataException.Location(table.source(), 1, 1), Objects.requireNonNull(e.getMessage()));
        }
    }

    /** Only importance needs targets: rows without one can be explained all the same. */
    private Table targeted(Table table) {
        Schema schema = model.schema();
        WordArray rows = schema.targetGaps().present(table, schema.targets(), schema.labels());
        long without = table.rows() - rows.length();
        if (without == table.rows()) {
            console.warn("no row has a target to compare answers with; importance is left out");
        } else if (without > 0) {
            console.tell(
                    without + " of " + table.rows() + " rows have no target; importance is measured on the others");
        }
        return without == 0 ? table : table.select(rows);
    }

    /** Of the most important features, or of the first where nothing is known of that. */
    private List<PartialDependence> dependence(
            Table table, Optional<PermutationImportance> importance, Optional<ExplainedOutput> output) {
        Schema schema = model.schema();
        Table usable =
                DrawnRows.of(new InputTally(schema, InputTally.Leniency.ALL).usable(table), MOST_DEPENDENCE_ROWS);
        List<String> features = importance.isPresent()
                ? importance.get().features().stream()
                        .map(one -> one.features().get(0))
                        .toList()
                : schema.featureNames();
        List<ExplainedOutput> outputs = output.isPresent() ? List.of(output.get()) : ofAll(schema);
        float[] rows = schema.rawRows(usable);
        List<PartialDependence> all = new ArrayList<>();
        for (String feature : features.subList(0, Math.min(MOST_DEPENDENCE_FEATURES, features.size()))) {
            all.addAll(PartialDependence.of(model, rows, usable.rows(), feature, outputs, execution.kernels()));
        }
        return all;
    }

    private static List<ExplainedOutput> ofAll(Schema schema) {
        List<ExplainedOutput> all = ExplainedOutput.all(schema);
        if (schema.outputs() == 1 && all.size() == 2) {
            return List.of(all.get(schema.positiveClass()));
        }
        return all.subList(0, Math.min(MOST_DEPENDENCE_OUTPUTS, all.size()));
    }
}
