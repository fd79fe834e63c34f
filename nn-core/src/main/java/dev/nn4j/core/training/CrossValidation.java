// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.DataException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.data.Labels;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Splits;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Trains an experiment once for each fold, on the other folds, and evaluates it on the fold; classes in proportion. Folds
 * run beside each other, each on a thread of its own; how many do changes no bit of any of them.
 */
public final class CrossValidation {
    private final Experiment experiment;
    private final Execution execution;
    private final Consumer<Fold> listener;
    private final BooleanSupplier cancelled;

    /** Of this experiment; the folds are drawn with its seed. As many run at a time as the execution has threads. */
    public CrossValidation(Experiment experiment, Execution execution) {
        this(experiment, execution, fold -> {}, () -> false);
    }

    /**
     * One that somebody watches.
     *
     * @param listener is told of every fold, in order, on the thread that calls {@link #folds}
     * @param cancelled is asked after every batch, by all folds, whether to stop
     */
    public CrossValidation(
            Experiment experiment, Execution execution, Consumer<Fold> listener, BooleanSupplier cancelled) {
        this.experiment = experiment;
        this.execution = execution;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /** The evaluations of the folds in order; see {@link #folds}. */
    public List<Evaluation> run(Table table, int folds) {
        return folds(table, folds).stream().map(Fold::evaluation).toList();
    }

    /**
     * The folds in order; those that are complete, where it was cancelled.
     *
     * @param folds at least 2, at most the number of rows
     * @throws DataException if the data cannot be used, or a label stands in one row only: whatever fold holds it, its
     *     model never saw it
     * @throws TrainingDivergedException if a loss or weight is not finite in a fold; the first such fold's, which it
     *     names
     */
    public List<Fold> folds(Table table, int folds) {
        int[] foldOf = Splits.folds(classes(table), folds, experiment.options().seed());
        List<Fold> complete = new ArrayList<>();
        try (FoldTeam team = new FoldTeam(Math.min(folds, execution.threads()), cancelled)) {
            team.run(folds, (fold, stop) -> fold(table, foldOf, fold, stop), fold -> {
                complete.add(fold);
                listener.accept(fold);
            });
        }
        return List.copyOf(complete);
    }

    /**
     * What a model reads that learns from all rows of a table. A fold's own is fitted to the rows that it learns from.
     *
     * @throws DataException if the data cannot be used
     */
    public Schema schema(Table table) {
        return new SchemaInference(experiment, table).schema(table);
    }

    private Fold fold(Table table, int[] foldOf, int fold, BooleanSupplier stop) {
        boolean[] held = new boolean[foldOf.length];
        for (int row = 0; row < held.length; row++) {
            held[row] = foldOf[row] == fold;
        }
        TrainingOutcome outcome = train(table.select(Splits.rowsWhere(held, false)), fold + 1, stop);
        int[] rows = Splits.rowsWhere(held, true);
        return new Fold(fold + 1, rows, outcome, Answers.of(outcome.model(), table.select(rows)));
    }

    private TrainingOutcome train(Table others, int number, BooleanSupplier stop) {
        try {
            return Training.of(experiment)
                    .withExecution(new Execution(1, execution.kernels()))
                    .withCancellation(stop)
                    .run(others);
        } catch (TrainingDivergedException e) {
            throw e.in("fold " + number);
        }
    }

    private int[] classes(Table table) {
        if (!experiment.task().hasLabels()) {
            return new int[table.rows()];
        }
        String target = experiment.data().targets().get(0);
        String[] cells = table.texts(target);
        List<String> labels = Labels.of(Arrays.asList(cells));
        int[] classes = Arrays.stream(cells).mapToInt(labels::indexOf).toArray();
        requireTwoOfEach(table, target, labels, classes);
        return classes;
    }

    private static void requireTwoOfEach(Table table, String target, List<String> labels, int[] classes) {
        int[] counts = new int[labels.size()];
        for (int label : classes) {
            counts[label]++;
        }
        for (int row = 0; row < classes.length; row++) {
            if (counts[classes[row]] == 1) {
                throw new DataException(
                        table.location(row, target),
                        "label '" + labels.get(classes[row]) + "' stands in this row only, and cross-validation needs"
                                + " two rows of each; leave the row out or add others");
            }
        }
    }
}
