// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import java.util.List;

/**
 * The numbers of a column: how many lie in each of a few intervals that follow each other. They are the raw floats that a
 * model reads, less the offset of their {@link dev.nn4j.core.schema.NumberKind kind}; a date is its days since 1970-01-01,
 * the time of day their fraction.
 *
 * @param name of the column
 * @param missing rows without a value
 * @param exact whether the points are all different numbers there were; else they are quantiles
 * @param points the ends of the intervals, ascending, the first the least number and the last the largest; none without values
 * @param counts how many numbers lie above the point before and not above each point; at least 0, the first and last at least 1
 * @since 0.1.0
 */
public record NumberProfile(String name, long missing, boolean exact, List<Float> points, List<Long> counts)
        implements ColumnProfile {
    /** Refuses what no numbers give. */
    public NumberProfile {
        points = List.copyOf(points);
        counts = List.copyOf(counts);
        if (points.size() != counts.size()) {
            throw refused(name, points.size() + " points have " + counts.size() + " counts");
        }
        for (int i = 0; i < points.size(); i++) {
            if (!Float.isFinite(points.get(i)) || (i > 0 && points.get(i) <= points.get(i - 1))) {
                throw refused(name, "points must be finite and ascend, got " + points.get(i));
            }
            if (counts.get(i) < 1) {
                throw refused(name, "counts must be at least 1, got " + counts.get(i));
            }
        }
        if (missing < 0) {
            throw refused(name, "missing must be at least 0, got " + missing);
        }
    }

    private static IllegalArgumentException refused(String name, String why) {
        return new IllegalArgumentException("profile of '" + name + "': " + why);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.numbers(this);
    }

    @Override
    public long values() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Whether a number lies below the least or above the largest there was; never, if there was none. */
    public boolean isOutside(float number) {
        return !points.isEmpty() && (number < points.get(0) || number > points.get(points.size() - 1));
    }

    /**
     * The least point that so many numbers do not exceed: the quantile by the inverted distribution function.
     *
     * @param share in [0, 1]
     * @throws IllegalStateException if there was no number
     */
    public float quantile(double share) {
        if (points.isEmpty()) {
            throw new IllegalStateException("profile of '" + name + "': has no numbers, so no quantiles");
        }
        double wanted = share * values();
        long below = 0;
        for (int i = 0; i < points.size(); i++) {
            below += counts.get(i);
            if (below >= wanted) {
                return points.get(i);
            }
        }
        return points.get(points.size() - 1);
    }
}
