// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import dev.nn4j.core.internal.text.DecimalCell;
import dev.nn4j.core.internal.text.MissingCell;
import dev.nn4j.core.internal.text.ShownCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which texts of data say that there is no value: a blank cell always does; beside it the {@linkplain #usual usual} marks,
 * or {@linkplain #of own ones in their place}. Case and blanks around a cell are ignored, and a mark that is a number,
 * {@code -999}, stands for it however it is written. Immutable.
 *
 * @since 0.1.0
 */
public final class MissingMarks {
    private static final int MOST = 64;
    private static final int MOST_LENGTH = 64;
    private static final MissingMarks USUAL = new MissingMarks(null);

    private final @Nullable List<String> own;
    private final Set<String> words = new HashSet<>();
    private final Set<Double> numbers = new HashSet<>();

    private MissingMarks(@Nullable List<String> own) {
        this.own = own;
        if (own != null) {
            for (String mark : own) {
                words.add(mark.trim().toLowerCase(Locale.ROOT));
                double number = DecimalCell.valueOf(mark);
                if (!Double.isNaN(number)) {
                    numbers.add(number + 0.0); // -0 is 0
                }
            }
        }
    }

    /** Blank, {@code ?}, NA, N/A, NaN, null and none. */
    public static MissingMarks usual() {
        return USUAL;
    }

    /**
     * These in place of the usual ones.
     *
     * @param marks at most 64, each of at most 64 characters; none but a blank cell if it is empty
     * @throws IllegalArgumentException if there are more, or one is longer
     */
    public static MissingMarks of(List<String> marks) {
        List<String> distinct = new ArrayList<>();
        for (String mark : marks) {
            if (mark.length() > MOST_LENGTH) {
                throw new IllegalArgumentException("missing marks: each has at most " + MOST_LENGTH
                        + " characters, got '" + ShownCell.of(mark) + "'");
            }
            if (!mark.isBlank() && !distinct.contains(mark)) {
                distinct.add(mark);
            }
        }
        if (distinct.size() > MOST) {
            throw new IllegalArgumentException("missing marks: at most " + MOST + ", got " + distinct.size());
        }
        return new MissingMarks(List.copyOf(distinct));
    }

    /** Whether they are the usual ones. */
    public boolean isUsual() {
        return own == null;
    }

    /** The marks beside a blank cell, as they were given; the usual ones in lower case. */
    public List<String> texts() {
        return own == null ? MissingCell.MARKS.stream().sorted().toList() : own;
    }

    /** Whether a cell says that there is no value. */
    public boolean isMark(String cell) {
        if (own == null) {
            return MissingCell.isMark(cell);
        }
        String trimmed = cell.trim();
        return trimmed.isEmpty() || words.contains(trimmed.toLowerCase(Locale.ROOT)) || isNumber(trimmed);
    }

    private boolean isNumber(String trimmed) {
        if (numbers.isEmpty()) {
            return false;
        }
        double number = DecimalCell.valueOf(trimmed);
        return !Double.isNaN(number) && numbers.contains(number + 0.0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MissingMarks that && Objects.equals(own, that.own);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(own);
    }

    /** As in {@code usual} or {@code [-, -999]}. */
    @Override
    public String toString() {
        return own == null ? "usual" : own.toString();
    }
}
