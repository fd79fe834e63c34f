// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What a model reads and answers: the columns of raw rows, and what its outputs mean.
 *
 * @param features the input columns in the network's order, as fitted to the training rows
 * @param inventedNames whether the features' names were made up ({@code x0, x1, …}); such features are found by name,
 *     else by position
 * @param targets the target columns
 * @param task what is learnt
 * @param labels the labels in the order of the outputs (multi-class) or of the probability's sides (binary); empty for
 *     other tasks
 * @param positiveClass binary only: the index of the label whose probability the network gives; else 0
 * @param targetFormat how targets that are numbers are written
 */
public record Schema(
        List<Feature> features,
        boolean inventedNames,
        List<String> targets,
        Task task,
        List<String> labels,
        int positiveClass,
        NumberFormat targetFormat) {
    /** Copies the lists and refuses what contradicts itself. */
    public Schema {
        features = List.copyOf(features);
        targets = List.copyOf(targets);
        labels = List.copyOf(labels);
        requireDistinct("feature", names(features));
        requireDistinct("target", targets);
        requireDistinct("label", labels);
        require(!features.isEmpty(), "a model needs at least one feature");
        require(!targets.isEmpty(), "a model needs at least one target");
        requireSuited(task, targets, labels);
        require(
                positiveClass >= 0 && positiveClass < (task == Task.BINARY ? 2 : 1),
                "positive class must be the index of a label, got " + positiveClass);
        require(!task.hasLabels() || targetFormat.isPlain(), "labels have no number format, got " + targetFormat);
    }

    /** What a model reads and answers, targets written as programs write numbers. */
    public Schema(
            List<Feature> features,
            boolean inventedNames,
            List<String> targets,
            Task task,
            List<String> labels,
            int positiveClass) {
        this(features, inventedNames, targets, task, labels, positiveClass, NumberFormat.PLAIN);
    }

    /** Names of the input columns. */
    public List<String> featureNames() {
        return names(features);
    }

    /** Floats to a raw row: one for each feature, but for a date as many as it has parts. */
    public int rawWidth() {
        int width = 0;
        for (Feature feature : features) {
            width += feature.rawWidth();
        }
        return width;
    }

    /** Names of the floats of a raw row. */
    public List<String> rawNames() {
        return features.stream()
                .flatMap(feature -> feature.kind().rawNames(feature.name()).stream())
                .toList();
    }

    /** Width of the network's input that the features make. */
    public int inputWidth() {
        int width = 0;
        for (Feature feature : features) {
            width += feature.inputWidth();
        }
        return width;
    }

    /** Names of the network's inputs, for people. */
    public List<String> inputNames() {
        return features.stream()
                .flatMap(feature -> feature.inputNames().stream())
                .toList();
    }

    /**
     * The features of a table, {@code rows × rawWidth}.
     *
     * @throws DataException if a column is missing or a cell cannot be read
     */
    public float[] rawRows(Table table) {
        RawRows read = RawRows.of(table, features);
        float[] rows = new float[Math.multiplyExact(read.rows(), read.width())];
        read.read(0, read.rows(), rows);
        return rows;
    }

    /**
     * The raw row of values given by name.
     *
     * @param row each feature's value: a number, text, boolean or java.time value, or null if it is missing; other names
     *     are left alone
     * @throws DataException if a feature is not there (the nearest name is given) or its value cannot be used
     */
    public float[] rawRow(Map<String, ?> row) {
        float[] raw = new float[rawWidth()];
        int at = 0;
        for (Feature feature : features) {
            feature.read(row, raw, at);
            at += feature.rawWidth();
        }
        return raw;
    }

    /** Width of the network's output that this asks for. */
    public int outputs() {
        return switch (task) {
            case BINARY -> 1;
            case MULTICLASS -> labels.size();
            case REGRESSION, MULTILABEL -> targets.size();
        };
    }

    /** How a column is read for evaluation: features by their kind, numeric targets as numbers, labels as text, others not. */
    public CellType cellType(String column) {
        for (Feature feature : features) {
            if (feature.name().equals(column)) {
                return feature.cellType();
            }
        }
        if (targets.contains(column)) {
            return task.hasLabels() ? CellType.TEXT : CellType.numbers(targetFormat);
        }
        return CellType.SKIPPED;
    }

    /**
     * The label that a row of outputs decides for: positive means p &gt; 0.5; of equal classes the first.
     *
     * @param outputs the network's outputs
     * @param from where the row begins
     * @return index into {@link #labels()}
     */
    public int decide(float[] outputs, int from) {
        if (task == Task.BINARY) {
            return outputs[from] > 0.5f ? positiveClass : 1 - positiveClass;
        }
        int best = 0;
        for (int label = 1; label < labels.size(); label++) {
            if (outputs[from + label] > outputs[from + best]) {
                best = label;
            }
        }
        return best;
    }

    /** The probability of a label in a row of outputs that begins at {@code from}. Tasks with labels only. */
    public float probability(float[] outputs, int from, int label) {
        if (task == Task.BINARY) {
            return label == positiveClass ? outputs[from] : 1 - outputs[from];
        }
        return outputs[from + label];
    }

    /**
     * Finds the features among the columns of a source.
     *
     * @param source as messages name it
     * @throws DataException if one is missing, naming the nearest
     */
    public RowBinding bind(String source, List<String> columns) {
        return RowBinding.of(this, source, columns);
    }

    /**
     * Finds the features among the components of a record type.
     *
     * @param lookup of a class that may call the record's accessors: {@code MethodHandles.lookup()}
     * @throws DataException if a feature has no component or a component no feature, naming the nearest, or if a
     *     component's type cannot serve its feature
     * @throws IllegalArgumentException if the lookup may not call an accessor
     */
    public <R extends Record> RecordBinding<R> bind(Class<R> type, MethodHandles.Lookup lookup) {
        return RecordBinding.of(this, type, lookup);
    }

    /** The error for a label that the model did not learn. */
    DataException unknownLabel(String label, Location where) {
        return new DataException(
                where,
                "label '" + label + "' is not among those the model learnt: " + String.join(", ", labels)
                        + "; correct it or leave the row out");
    }

    private static List<String> names(List<Feature> features) {
        List<String> names = new ArrayList<>(features.size());
        for (Feature feature : features) {
            names.add(feature.name());
        }
        return names;
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

    private static void requireDistinct(String what, List<String> names) {
        if (new HashSet<>(names).size() != names.size()) {
            throw refused(what + " names must differ, got " + names);
        }
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw refused(problem);
        }
    }

    private static IllegalArgumentException refused(String problem) {
        return new IllegalArgumentException("schema: " + problem);
    }
}
