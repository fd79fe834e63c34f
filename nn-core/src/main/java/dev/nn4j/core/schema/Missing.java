// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.internal.text.MissingCell;
import java.util.List;
import java.util.Objects;

/**
 * How a feature takes missing values, as fitted to the training rows.
 *
 * @param policy what becomes of one
 * @param indicator whether one more input tells, by 1, that the value is missing; with a policy that fills
 * @param fill the raw values that take its place; empty unless the policy fills
 * @param marks which cells say that there is no value
 * @since 0.1.0
 */
public record Missing(MissingPolicy policy, boolean indicator, List<Float> fill, MissingMarks marks) {
    private static final Missing ERROR = new Missing(MissingPolicy.ERROR, false, List.of());

    /** Copies the fill and refuses what contradicts itself. */
    public Missing {
        Objects.requireNonNull(marks, "missing: the marks are null; MissingMarks.usual() are the usual ones");
        fill = List.copyOf(fill);
        if (indicator && !policy.fills()) {
            throw refused("an indicator needs mean, median or most-frequent, got " + policy.word());
        }
        if (policy.fills() == fill.isEmpty()) {
            throw refused(policy.word() + " with the fill " + fill);
        }
        for (float value : fill) {
            if (!Float.isFinite(value)) {
                throw refused("a fill must be finite, got " + fill);
            }
        }
    }

    /** The same by the usual marks. */
    public Missing(MissingPolicy policy, boolean indicator, List<Float> fill) {
        this(policy, indicator, fill, MissingMarks.usual());
    }

    /** A missing value is an error. */
    public static Missing error() {
        return ERROR;
    }

    /** Whether a text says that there is no value: blank, {@code ?}, NA, N/A, NaN, null or none, case ignored. */
    public static boolean isMark(String cell) {
        return MissingCell.isMark(cell);
    }

    /** Whether there is nothing to say of it: an error, by the usual marks. */
    public boolean isUnsaid() {
        return equals(ERROR);
    }

    /** Whether one more input is 1 where the value is missing. */
    public boolean hasInput() {
        return indicator || policy == MissingPolicy.OWN_CATEGORY;
    }

    private static IllegalArgumentException refused(String problem) {
        return new IllegalArgumentException("missing values: " + problem);
    }
}
