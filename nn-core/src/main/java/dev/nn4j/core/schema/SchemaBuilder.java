// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.table.TargetGaps;
import java.util.List;

/**
 * Builds a {@link Schema}; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class SchemaBuilder {
    private List<Feature> features = List.of();
    private boolean inventedNames;
    private List<String> targets = List.of();
    private final Task task;
    private List<String> labels = List.of();
    private int positiveClass;
    private NumberFormat targetFormat = NumberFormat.PLAIN;
    private TargetGaps targetGaps = TargetGaps.refused();
    private List<Double> targetOffsets = List.of();
    private TargetDistribution distribution = TargetDistribution.number();
    private Decision decision = Decision.MORE_LIKELY;

    SchemaBuilder(Task task) {
        this.task = task;
    }

    /** See {@link Schema#features()}. */
    public SchemaBuilder features(List<Feature> value) {
        features = value;
        return this;
    }

    /** See {@link Schema#inventedNames()}. */
    public SchemaBuilder inventedNames(boolean value) {
        inventedNames = value;
        return this;
    }

    /** See {@link Schema#targets()}. */
    public SchemaBuilder targets(List<String> value) {
        targets = value;
        return this;
    }

    /** See {@link Schema#labels()}. */
    public SchemaBuilder labels(List<String> value) {
        labels = value;
        return this;
    }

    /** See {@link Schema#positiveClass()}. */
    public SchemaBuilder positiveClass(int value) {
        positiveClass = value;
        return this;
    }

    /** See {@link Schema#targetFormat()}. */
    public SchemaBuilder targetFormat(NumberFormat value) {
        targetFormat = value;
        return this;
    }

    /** See {@link Schema#targetGaps()}. */
    public SchemaBuilder targetGaps(TargetGaps value) {
        targetGaps = value;
        return this;
    }

    /** See {@link Schema#targetOffsets()}. */
    public SchemaBuilder targetOffsets(List<Double> value) {
        targetOffsets = value;
        return this;
    }

    /**
     * See {@link Schema#distribution()}.
     *
     * @since 0.1.0
     */
    public SchemaBuilder distribution(TargetDistribution value) {
        distribution = value;
        return this;
    }

    /** See {@link Schema#decision()}. */
    public SchemaBuilder decision(Decision value) {
        decision = value;
        return this;
    }

    /**
     * The schema.
     *
     * @throws IllegalArgumentException if its parts contradict each other
     */
    public Schema build() {
        TargetColumns columns = new TargetColumns(
                targets, task, labels, positiveClass, targetFormat, targetGaps, targetOffsets, distribution);
        return new Schema(features, inventedNames, columns, decision);
    }
}
