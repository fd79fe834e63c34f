// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.data.Labels;
import dev.nn4j.core.data.Splits;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.metrics.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Trains an experiment once for each fold, on the other folds, and evaluates it on the fold; classes in proportion. */
public final class CrossValidation {
    private final Experiment experiment;
    private final Execution execution;

    /** Of this experiment; the folds are drawn with its seed. */
    public CrossValidation(Experiment experiment, Execution execution) {
        this.experiment = experiment;
        this.execution = execution;
    }

    /**
     * The evaluations of the folds in order.
     *
     * @param folds at least 2, at most the number of rows
     */
    public List<Evaluation> run(Table table, int folds) {
        int[] foldOf = Splits.folds(classes(table), folds, experiment.options().seed());
        List<Evaluation> evaluations = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            boolean[] held = new boolean[foldOf.length];
            for (int row = 0; row < held.length; row++) {
                held[row] = foldOf[row] == fold;
            }
            Table training = table.select(Splits.rowsWhere(held, false));
            TrainingOutcome outcome =
                    Training.of(experiment).withExecution(execution).run(training);
            evaluations.add(Evaluation.of(outcome.model(), table.select(Splits.rowsWhere(held, true))));
        }
        return List.copyOf(evaluations);
    }

    private int[] classes(Table table) {
        if (!experiment.task().hasLabels()) {
            return new int[table.rows()];
        }
        String[] cells = table.texts(experiment.data().targets().get(0));
        List<String> labels = Labels.of(Arrays.asList(cells));
        return Arrays.stream(cells).mapToInt(labels::indexOf).toArray();
    }
}
