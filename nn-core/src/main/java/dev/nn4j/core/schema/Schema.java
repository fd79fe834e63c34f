// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TargetGaps;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a model reads and answers: the columns of raw rows, and what its outputs mean.
 *
 * @since 0.1.0
 */
public final class Schema {
    private final List<Feature> features;
    private final boolean inventedNames;
    private final TargetColumns targets;
    private final Decision decision;
    private final int rawWidth;
    /** Those of the features, which are asked for with every row that comes alone. */
    private final List<String> names;

    /** Copies the list and refuses what contradicts itself. */
    Schema(List<Feature> features, boolean inventedNames, TargetColumns targets, Decision decision) {
        TargetColumns.requireNames("feature", names(features));
        TargetColumns.require(!features.isEmpty(), "a model needs at least one feature");
        targets.requireDecided(decision);

        this.features = List.copyOf(features);
        this.names = List.copyOf(names(features));
        this.inventedNames = inventedNames;
        this.targets = targets;
        this.decision = decision;
        this.rawWidth = features.stream().mapToInt(Feature::rawWidth).sum();
    }

    /** Starts a schema for what is learnt. */
    public static SchemaBuilder builder(Task task) {
        return new SchemaBuilder(task);
    }

    /** The input columns in the network's order, as fitted to the training rows. */
    public List<Feature> features() {
        return features;
    }

    /**
     * Whether the features' names were made up ({@code x0, x1, …}); such features are found by name, else by
     * position.
     */
    public boolean inventedNames() {
        return inventedNames;
    }

    /** The target columns. */
    public List<String> targets() {
        return targets.names();
    }

    /** What is learnt. */
    public Task task() {
        return targets.task();
    }

    /**
     * The labels in the order of the outputs (multi-class) or of the probability's sides (binary); empty for other
     * tasks.
     */
    public List<String> labels() {
        return targets.labels();
    }

    /** Binary only: the index of the label whose probability the network gives; else 0. */
    public int positiveClass() {
        return targets.positiveClass();
    }

    /** How targets that are numbers are written. */
    public NumberFormat targetFormat() {
        return targets.format();
    }

    /** How rows without a target are taken. */
    public TargetGaps targetGaps() {
        return targets.gaps();
    }

    /**
     * Regression only: what is subtracted from each target, in double, before it becomes a float, and is added to what the
     * network gives; finite as floats too, not all 0. Empty where no target has one, as nearly always.
     *
     * @since 0.1.0
     */
    public List<Double> targetOffsets() {
        return targets.offsets();
    }

    /** What is subtracted from a target and added to its prediction; 0 for nearly all. */
    public double targetOffset(int target) {
        return targets.offset(target);
    }

    /**
     * An output of the network, scaled back, in the target's own units: the offset is added in double.
     *
     * @param output the index of the output
     * @param value as {@link dev.nn4j.core.Model#predict(float[], int, float[], dev.nn4j.core.Scratch)} gives it
     * @since 0.1.0
     */
    public double inOwnUnits(int output, float value) {
        double offset = targetOffset(output);
        return offset == 0 ? value : value + offset;
    }

    /**
     * The columns whose numbers have an offset, features and targets: what floats leave out of them counts.
     *
     * @since 0.1.0
     */
    public List<String> offsetColumns() {
        List<String> columns = new ArrayList<>();
        for (Feature feature : features) {
            if (feature.kind().offset() != 0) {
                columns.add(feature.name());
            }
        }
        columns.addAll(targets.withOffset());
        return columns;
    }

    /** Names of the input columns. */
    public List<String> featureNames() {
        return names;
    }

    /** Floats to a raw row: one for each feature, but for a date as many as it has parts. */
    public int rawWidth() {
        return rawWidth;
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
        float[] rows = new float[ArrayLength.of("raw rows of a table", read.rows(), read.width())];
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < read.rows(); row++) {
            walk.step();
            read.read(row, rows, row * read.width());
        }
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
        rawRow(row, raw, 0);
        return raw;
    }

    /**
     * Writes the raw row of values given by name.
     *
     * @param into receives {@link #rawWidth} floats at {@code from} on
     * @throws DataException as {@link #rawRow(Map)} throws it
     */
    public void rawRow(Map<String, ?> row, float[] into, int from) {
        int at = from;
        for (Feature feature : features) {
            feature.read(row, this::featureNames, into, at);
            at += feature.rawWidth();
        }
    }

    /**
     * Turns a row of doubles into the raw row of floats: less the offsets of its numbers, in double, then rounded.
     *
     * @param values from index {@code from} on what a raw row holds, but each number itself, without an offset: a boolean 1
     *     or 0, a category its index ({@link CategoryKind#indexOf}), a date its parts, NaN what is missing
     * @param into receives {@link #rawWidth} floats at {@code at} on
     * @throws DataException if a number is too large for a float
     * @since 0.1.0
     */
    public void rawRow(double[] values, int from, float[] into, int at) {
        int next = 0;
        for (Feature feature : features) {
            for (int end = next + feature.rawWidth(); next < end; next++) {
                into[at + next] = NumberKind.lessOffset(
                        values[from + next], feature.kind().offset(), feature.name(), null);
            }
        }
    }

    /** How many answers there are to a row: the network's outputs, but where a {@link #distribution} takes several for each. */
    public int outputs() {
        return targets.outputs();
    }

    /**
     * What the network's outputs say of a target. Where it is more than a number, a row has details beside its answers ({@link
     * dev.nn4j.core.Predictor#predictDetails}).
     *
     * @since 0.1.0
     */
    public TargetDistribution distribution() {
        return targets.distribution();
    }

    /**
     * How many details there are to a row, target by target: as many as the network has outputs.
     *
     * @since 0.1.0
     */
    public int detailWidth() {
        return outputs() * distribution().outputs();
    }

    /** How a column is read for evaluation: features by their kind, numeric targets as numbers, labels as text, others not. */
    public CellType cellType(String column) {
        return cellTypes().apply(column);
    }

    /** {@link #cellType} for callers that ask about many columns. */
    public Function<String, CellType> cellTypes() {
        return cellTypes(Feature::cellType);
    }

    /**
     * The same where a number that is missing is to be noted rather than refused at once, as an {@link
     * dev.nn4j.core.metrics.Evaluator} that leaves rows out wants it.
     *
     * @since 0.1.0
     */
    public Function<String, CellType> cellTypesWithGaps() {
        Function<String, CellType> types = cellTypes(Feature::cellTypeWithGaps);
        return column -> {
            CellType type = types.apply(column);
            return type.isNumber() ? type.orMissing() : type;
        };
    }

    /** Headers come without blanks around their names; an older model may have learnt them with. */
    private Function<String, CellType> cellTypes(Function<Feature, CellType> ofFeature) {
        Map<String, CellType> types = new HashMap<>();
        CellType type = targets.cellType();
        for (String target : targets.names()) {
            types.put(target.strip(), type);
            types.put(target, type);
        }
        for (Feature feature : features) {
            types.putIfAbsent(feature.name().strip(), ofFeature.apply(feature));
            types.put(feature.name(), ofFeature.apply(feature));
        }
        return column -> types.getOrDefault(column, CellType.SKIPPED);
    }

    /**
     * How outputs become answers.
     *
     * @since 0.1.0
     */
    public Decision decision() {
        return decision;
    }

    /**
     * The same, but for how outputs become answers.
     *
     * @throws IllegalArgumentException if the decision has thresholds for other outputs
     * @since 0.1.0
     */
    public Schema withDecision(Decision other) {
        return new Schema(features, inventedNames, targets, other);
    }

    /**
     * The same, but that an answer is all that is said of a target: what others than the model make of its answers.
     *
     * @since 0.1.0
     */
    public Schema withoutDetails() {
        return new Schema(features, inventedNames, targets.withoutDetails(), decision);
    }

    /**
     * The label that a row of outputs decides for: the positive one if its probability is above the {@link #decision}'s
     * threshold; of equal classes the first.
     *
     * @param outputs the network's outputs
     * @param from where the row begins
     * @return index into {@link #labels()}
     */
    public int decide(float[] outputs, int from) {
        if (task() == Task.BINARY) {
            return decision.holds(0, outputs[from]) ? positiveClass() : 1 - positiveClass();
        }
        return Decision.greatest(outputs, from, labels().size());
    }

    /** The probability of a label in a row of outputs that begins at {@code from}. Tasks with labels only. */
    public float probability(float[] outputs, int from, int label) {
        if (task() == Task.BINARY) {
            return label == positiveClass() ? outputs[from] : 1 - outputs[from];
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
    public DataException unknownLabel(String label, Location where) {
        return new DataException(
                where,
                "label '" + label + "' is not among those the model learnt: " + String.join(", ", labels())
                        + "; correct it or leave the row out");
    }

    private static List<String> names(List<Feature> features) {
        List<String> names = new ArrayList<>(features.size());
        for (Feature feature : features) {
            names.add(feature.name());
        }
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema that
                && features.equals(that.features)
                && inventedNames == that.inventedNames
                && targets.equals(that.targets)
                && decision.equals(that.decision);
    }

    @Override
    public int hashCode() {
        return Objects.hash(features, inventedNames, targets, decision);
    }

    @Override
    public String toString() {
        return "Schema[features=" + features + ", inventedNames=" + inventedNames + ", " + targets
                + (decision.isUsual() ? "" : ", decision=" + decision) + "]";
    }
}
