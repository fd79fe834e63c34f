// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.internal.text.WholeText;
import dev.nn4j.core.table.TargetGaps;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** What is learnt: the target columns of a {@link Schema}, whose methods say what each part means. */
record TargetColumns(
        List<String> names,
        Task task,
        List<String> labels,
        int positiveClass,
        NumberFormat format,
        TargetGaps gaps,
        List<Double> offsets,
        TargetDistribution distribution) {
    /** Copies the lists and refuses what contradicts itself. */
    TargetColumns {
        names = List.copyOf(names);
        labels = List.copyOf(labels);
        offsets = List.copyOf(offsets);
        requireNames("target", names);
        requireNames("label", labels);
        require(!names.isEmpty(), "a model needs at least one target");
        requireSuited(task, names, labels);
        require(
                positiveClass >= 0 && positiveClass < (task == Task.BINARY ? 2 : 1),
                "positive class must be the index of a label, got " + positiveClass);
        require(!task.hasLabels() || format.isPlain(), "labels have no number format, got " + format);
        requireOffsets(task, names, offsets);
        require(
                task == Task.REGRESSION || distribution.outputs() == 1,
                "a distribution is of numbers, this is " + task.word() + ", got " + distribution);
    }

    double offset(int target) {
        return offsets.isEmpty() ? 0 : offsets.get(target);
    }

    /** Names of those that have an offset. */
    List<String> withOffset() {
        return IntStream.range(0, offsets.size())
                .filter(target -> offset(target) != 0)
                .mapToObj(names::get)
                .toList();
    }

    /** How many answers there are to a row. */
    int outputs() {
        return switch (task) {
            case BINARY -> 1;
            case MULTICLASS -> labels.size();
            case REGRESSION, MULTILABEL -> names.size();
        };
    }

    TargetColumns withoutDetails() {
        return new TargetColumns(
                names, task, labels, positiveClass, format, gaps, offsets, TargetDistribution.number());
    }

    /** How their cells are read: numbers as numbers, labels as text. */
    CellType cellType() {
        return gaps.cellType(task.hasLabels() ? CellType.TEXT : CellType.numbers(format));
    }

    /** Refuses thresholds where there are no outputs for them. */
    void requireDecided(Decision decision) {
        if (decision.isUsual()) {
            return;
        }
        require(
                task == Task.BINARY || task == Task.MULTILABEL,
                "thresholds are for binary and multi-label models, this one is " + task.word() + "; got "
                        + decision.thresholds());
        require(
                decision.thresholds().size() == outputs(),
                "thresholds must be as many as the outputs, " + outputs() + ", got " + decision.thresholds());
    }

    /** As a part of the schema's text. */
    @Override
    public String toString() {
        return "targets=" + names + ", task=" + task + ", labels=" + labels + ", positiveClass=" + positiveClass
                + ", targetFormat=" + format + (offsets.isEmpty() ? "" : ", targetOffsets=" + offsets)
                + (distribution.outputs() == 1 ? "" : ", distribution=" + distribution);
    }

    /** Lists may be long, so they are only put into words that are needed. */
    private static void requireSuited(Task task, List<String> targets, List<String> labels) {
        if (targets.size() != 1 && task.hasLabels()) {
            throw refused(task.word() + " takes one target column, got " + targets);
        }
        if (labels.isEmpty() == task.hasLabels()) {
            throw refused(task.word() + " with labels " + labels);
        }
        if (task == Task.BINARY && labels.size() != 2) {
            throw refused("binary takes two labels, got " + labels);
        }
    }

    private static void requireOffsets(Task task, List<String> targets, List<Double> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        boolean fit = task == Task.REGRESSION
                && offsets.size() == targets.size()
                && offsets.stream().allMatch(offset -> Float.isFinite(offset.floatValue()))
                && offsets.stream().anyMatch(offset -> offset != 0);
        require(
                fit,
                "target offsets must be finite, one for each target of a regression and not all 0, got " + offsets
                        + " for " + targets);
    }

    /** Refuses names that are equal, or cannot be written. */
    static void requireNames(String what, List<String> names) {
        if (new HashSet<>(names).size() != names.size()) {
            throw refused(what + " names must differ, got " + names);
        }
        for (String name : names) {
            if (!WholeText.is(name)) {
                throw refused("a " + what + " is called " + WholeText.fault(name));
            }
        }
    }

    /** Refuses a schema in words. */
    static void require(boolean condition, String problem) {
        if (!condition) {
            throw refused(problem);
        }
    }

    private static IllegalArgumentException refused(String problem) {
        return new IllegalArgumentException("schema: " + problem);
    }
}
