// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.fitting.FeatureFitter;

/**
 * How a column is to be read, before the training rows are seen: {@link FeatureFitter} makes a {@link Feature} of it.
 *
 * @param kind of its values
 * @param missing what becomes of missing ones
 * @param indicator whether one more input tells that a value is missing; with a policy that fills
 * @param marks which cells say that there is no value
 * @since 0.1.0
 */
public record ColumnPlan(KindPlan kind, MissingPolicy missing, boolean indicator, MissingMarks marks) {
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

    /** The same by the usual marks. */
    public ColumnPlan(KindPlan kind, MissingPolicy missing, boolean indicator) {
        this(kind, missing, indicator, MissingMarks.usual());
    }

    /** Values of this kind, none missing. */
    public static ColumnPlan of(KindPlan kind) {
        return new ColumnPlan(kind, MissingPolicy.ERROR, false);
    }

    /** Numbers, none missing: what a column is of which nothing is said. */
    public static ColumnPlan number() {
        return NUMBER;
    }

    /** The plan that a feature was made of, its categories settled; offsets are no part of a plan. */
    public static ColumnPlan of(Feature feature) {
        return new ColumnPlan(
                feature.kind().withOffset(0),
                feature.missing().policy(),
                feature.missing().indicator(),
                feature.missing().marks());
    }

    /** This plan with another policy for missing values. */
    public ColumnPlan withMissing(MissingPolicy policy) {
        return new ColumnPlan(kind, policy, indicator, marks);
    }

    /** This plan with an input that tells that a value is missing. */
    public ColumnPlan withIndicator() {
        return new ColumnPlan(kind, missing, true, marks);
    }

    /** This plan with other marks of what is missing. */
    public ColumnPlan withMarks(MissingMarks others) {
        return new ColumnPlan(kind, missing, indicator, others);
    }

    /** How the column is kept in a table. */
    public CellType cellType() {
        CellType type = kind.cellType().withMarks(marks);
        return type.isNumber() && !missing.isError() ? type.orMissing() : type;
    }
}
