// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.Map;

/**
 * How a column is to be read, before the training rows are seen: {@link FeatureFitter} makes a {@link Feature} of it.
 *
 * @param kind of its values
 * @param missing what becomes of missing ones
 * @param indicator whether one more input tells that a value is missing; with a policy that fills
 */
public record ColumnPlan(KindPlan kind, MissingPolicy missing, boolean indicator) {
    private static final ColumnPlan NUMBER = of(new NumberKind());

    /** Refuses what contradicts itself. */
    public ColumnPlan {
        if (!kind.allows(missing)) {
            throw new IllegalArgumentException("missing values of a " + kind.word() + " cannot be " + missing.word());
        }
        if (indicator && !missing.fills()) {
            throw new IllegalArgumentException("an indicator needs missing values to be mean, median or most-frequent,"
                    + " got " + missing.word());
        }
    }

    /** Values of this kind, none missing. */
    public static ColumnPlan of(KindPlan kind) {
        return new ColumnPlan(kind, MissingPolicy.ERROR, false);
    }

    /** Numbers, none missing: what a column is of which nothing is said. */
    public static ColumnPlan number() {
        return NUMBER;
    }

    /** The plan that a feature was made of, its categories settled. */
    public static ColumnPlan of(Feature feature) {
        return new ColumnPlan(
                feature.kind(), feature.missing().policy(), feature.missing().indicator());
    }

    /** This plan with another policy for missing values. */
    public ColumnPlan withMissing(MissingPolicy policy) {
        return new ColumnPlan(kind, policy, indicator);
    }

    /** This plan with an input that tells that a value is missing. */
    public ColumnPlan withIndicator() {
        return new ColumnPlan(kind, missing, true);
    }

    /** Itself as single values by name: texts, whole numbers and flags. */
    public Map<String, Object> settings() {
        return PlanSettings.of(this);
    }

    /**
     * The plan of settings.
     *
     * @throws IllegalArgumentException if they are not a plan's
     */
    public static ColumnPlan ofSettings(Map<String, Object> settings) {
        return new PlanSettings(settings).plan();
    }

    /** How the column is kept in a table. */
    public CellType cellType() {
        boolean gaps = kind.cellType().isNumber() && missing != MissingPolicy.ERROR;
        return gaps ? kind.cellType().orMissing() : kind.cellType();
    }
}
