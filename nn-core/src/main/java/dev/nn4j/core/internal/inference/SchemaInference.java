// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.inference;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.cell.Labels;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.experiment.DataRoles;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fitting.FeatureFitter;
import dev.nn4j.core.fitting.Lookalikes;
import dev.nn4j.core.internal.words.CodeMemo;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads off a table what a model of an experiment reads and answers. */
public final class SchemaInference {
    private static final int MOST_SHOWN = 10;

    private final Experiment experiment;
    private final Table table;

    public SchemaInference(Experiment experiment, Table table) {
        this.experiment = experiment;
        this.table = table;
    }

    /** Each row's label as an index; all 0 without labels. */
    public WordArray classes() {
        if (!experiment.task().hasLabels()) {
            return table.newWords(table.rows(), 0);
        }
        String target = experiment.data().targets().get(0);
        List<String> labels = labels(target);
        WordArray classes = table.newWords(table.rows(), labels.size());
        note(table, target, labels, classes);
        return classes;
    }

    /** Notes each row's label as an index among these. */
    public static void note(Table table, String target, List<String> labels, WordArray classes) {
        Map<String, Integer> indexOf = new HashMap<>();
        labels.forEach(label -> indexOf.put(label, indexOf.size()));
        Column cells = table.textsOf(target);
        CodeMemo<Integer> known = new CodeMemo<>();
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            int code = cells.code(row);
            Integer index = known.get(code);
            if (index == null) {
                index = indexOf.getOrDefault(cells.text(row), 0);
                known.put(code, index);
            }
            classes.set(row, index);
        }
    }

    /** The schema, its features and offsets fitted to the training rows among those of the table. */
    public Schema schema(Table training) {
        DataRoles roles = experiment.data();
        return schema(
                features -> FeatureFitter.fit(training, features, roles::plan),
                experiment.task() == Task.REGRESSION
                        ? FeatureFitter.targetOffsets(training, roles.targets())
                        : List.of());
    }

    /** The same, but that numbers stay as they are. */
    public Schema schemaWithoutOffsets(Table training) {
        return schema(
                features -> FeatureFitter.fitWithoutOffsets(training, features, experiment.data()::plan), List.of());
    }

    private Schema schema(Function<List<String>, List<Feature>> fit, List<Double> targetOffsets) {
        DataRoles roles = experiment.data();
        roles.targets().forEach(table::require);
        roles.ignore().forEach(table::require);
        roles.weight().ifPresent(table::require);
        roles.group().ifPresent(table::require);
        roles.time().ifPresent(table::require);
        Set<String> others = new HashSet<>(roles.targets());
        others.addAll(roles.ignore());
        roles.weight().ifPresent(others::add);
        roles.group().ifPresent(others::add);
        roles.time().ifPresent(others::add);
        List<String> features =
                table.columns().stream().filter(name -> !others.contains(name)).toList();
        if (features.isEmpty()) {
            throw new DataException(
                    table.headerOf(roles.targets().get(0)), "there is no column left to learn from; add features");
        }
        List<String> labels =
                experiment.task().hasLabels() ? labels(roles.targets().get(0)) : List.of();
        return Schema.builder(experiment.task())
                .features(fit.apply(features))
                .targets(roles.targets())
                .labels(labels)
                .positiveClass(positiveClass(labels))
                .targetFormat(roles.targetFormat())
                .targetGaps(roles.targetGaps())
                .targetOffsets(targetOffsets)
                .distribution(experiment.loss().distribution())
                .build();
    }

    private List<String> labels(String target) {
        Set<String> different = new LinkedHashSet<>();
        Column cells = table.textsOf(target);
        CodeMemo<String> known = new CodeMemo<>();
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            int code = cells.code(row);
            if (known.get(code) != null) {
                continue;
            }
            String label = cells.text(row);
            known.put(code, label);
            if (different.add(label)
                    && table.isMissing(row, target, experiment.data().marks())) {
                throw new DataException(
                        table.location(row, target),
                        "target '" + target + "' has a missing label here; fill it in or leave the row out");
            }
        }
        List<String> labels = Labels.of(different, table.cancellation());
        if (labels.size() < 2) {
            throw new DataException(
                    table.headerOf(target),
                    "target '" + target + "' holds one label only, " + labels + "; a classifier needs two");
        }
        if (experiment.task() == Task.BINARY && labels.size() > 2) {
            throw new ConfigurationException(
                    "loss",
                    experiment.loss().name() + " tells two labels apart, target '" + target + "' holds "
                            + labels.size() + " (" + shown(labels) + ")"
                            + Lookalikes.told("labels", labels)
                                    .map(told -> ", " + told)
                                    .orElse("; use categorical-cross-entropy with " + labels.size()
                                            + " outputs and softmax")
                            + slip(target, labels));
        }
        return labels;
    }

    /** Labels that are there once, beside two that are not, are slips rather than labels. */
    private String slip(String target, List<String> labels) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> firsts = new HashMap<>();
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            String label = table.text(row, target);
            counts.merge(label, 1, Integer::sum);
            firsts.putIfAbsent(label, row);
        }
        List<String> single = labels.stream()
                .filter(label -> counts.getOrDefault(label, 0) == 1)
                .toList();
        return single.stream()
                .filter(label -> labels.size() - single.size() == 2)
                .findFirst()
                .map(label -> "; '" + label + "' is there once, in "
                        + table.location(firsts.getOrDefault(label, 0), target) + "; correct it if it is a slip")
                .orElse("");
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
