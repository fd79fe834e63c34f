// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.data.FeatureFitter;
import dev.nn4j.core.data.Labels;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.data.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads off a table what a model of an experiment reads and answers. */
final class SchemaInference {
    private static final int MOST_SHOWN = 10;

    private final Experiment experiment;
    private final Table table;

    SchemaInference(Experiment experiment, Table table) {
        this.experiment = experiment;
        this.table = table;
    }

    /** Each row's label as an index; all 0 without labels. */
    Words classes() {
        Words classes = table.newWords(table.rows());
        if (experiment.task().hasLabels()) {
            String target = experiment.data().targets().get(0);
            Map<String, Integer> indexOf = new HashMap<>();
            labels(target).forEach(label -> indexOf.put(label, indexOf.size()));
            for (int row = 0; row < table.rows(); row++) {
                classes.set(row, indexOf.getOrDefault(table.text(row, target), 0));
            }
        }
        return classes;
    }

    /** The schema, its features fitted to the training rows among those of the table. */
    Schema schema(Table training) {
        DataRoles roles = experiment.data();
        roles.targets().forEach(table::require);
        roles.ignore().forEach(table::require);
        roles.weight().ifPresent(table::require);
        Set<String> others = new HashSet<>(roles.targets());
        others.addAll(roles.ignore());
        roles.weight().ifPresent(others::add);
        List<String> features =
                table.columns().stream().filter(name -> !others.contains(name)).toList();
        if (features.isEmpty()) {
            throw new DataException(
                    table.headerOf(roles.targets().get(0)), "there is no column left to learn from; add features");
        }
        List<String> labels =
                experiment.task().hasLabels() ? labels(roles.targets().get(0)) : List.of();
        return new Schema(
                FeatureFitter.fit(training, features, experiment.data()::plan),
                false,
                roles.targets(),
                experiment.task(),
                labels,
                positiveClass(labels),
                roles.targetFormat());
    }

    private List<String> labels(String target) {
        Set<String> different = new LinkedHashSet<>();
        for (int row = 0; row < table.rows(); row++) {
            String label = table.text(row, target);
            if (different.add(label) && label.isBlank()) {
                throw new DataException(
                        table.location(row, target),
                        "target '" + target + "' has a missing label here; fill it in or leave the row out");
            }
        }
        List<String> labels = Labels.of(different);
        if (labels.size() < 2) {
            throw new DataException(
                    table.headerOf(target),
                    "target '" + target + "' holds one label only, " + labels + "; a classifier needs two");
        }
        if (experiment.task() == Task.BINARY && labels.size() > 2) {
            throw new ConfigurationException(
                    "loss",
                    experiment.loss().name() + " tells two labels apart, target '" + target + "' holds "
                            + labels.size() + " (" + shown(labels) + "); use categorical-cross-entropy with "
                            + labels.size() + " outputs and softmax");
        }
        return labels;
    }

    private int positiveClass(List<String> labels) {
        if (experiment.data().positive().isEmpty()) {
            return experiment.task() == Task.BINARY ? 1 : 0;
        }
        String positive = experiment.data().positive().get();
        if (experiment.task() != Task.BINARY) {
            throw new ConfigurationException(
                    "data.positive",
                    "is for binary tasks; this is a " + experiment.task().word() + " task; leave it out");
        }
        if (!labels.contains(positive)) {
            throw new ConfigurationException(
                    "data.positive", "is '" + positive + "', not a label" + NearestName.hint(positive, labels));
        }
        return labels.indexOf(positive);
    }

    private static String shown(List<String> labels) {
        String some = String.join(", ", labels.subList(0, Math.min(MOST_SHOWN, labels.size())));
        return labels.size() > MOST_SHOWN ? some + ", …" : some;
    }
}
