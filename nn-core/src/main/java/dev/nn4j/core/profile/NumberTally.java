// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Counts numbers between and at the points of a profile. */
final class NumberTally implements ColumnTally {
    private static final int PARTS = 10;

    private final NumberProfile profile;
    private final float[] points;
    /** How many are each point. */
    private final long[] at;
    /** How many lie below each point and above the one before; the last, above all points. */
    private final long[] between;

    private long values;
    private long missing;

    NumberTally(NumberProfile profile) {
        this.profile = profile;
        this.points = new float[profile.points().size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = profile.points().get(i);
        }
        this.at = new long[points.length];
        this.between = new long[points.length + 1];
    }

    @Override
    public void missing() {
        missing++;
    }

    @Override
    public void number(float value) {
        values++;
        int place = Arrays.binarySearch(points, value);
        if (place >= 0) {
            at[place]++;
        } else {
            between[-place - 1]++;
        }
    }

    @Override
    public void text(String text) {
        throw new IllegalStateException("a number reads as '" + text + "'");
    }

    @Override
    public ColumnDrift drift(long rows) {
        long outside = points.length == 0 ? 0 : between[0] + between[points.length];
        double before = (double) profile.missing() / (profile.missing() + profile.values());
        double now = rows == 0 ? 0 : (double) missing / rows;
        return new ColumnDrift(profile.name(), psi(rows), ks(), outside, before, now);
    }

    /** Over tenths of the training values: of the points the least each that a tenth, two tenths … do not exceed. */
    private double psi(long rows) {
        long all = profile.values();
        PopulationStability stability = new PopulationStability(all + profile.missing(), rows);
        stability.part(profile.missing(), missing);
        long below = 0;
        long expected = 0;
        long actual = 0;
        int tenth = 1;
        for (int i = 0; i < points.length; i++) {
            expected += profile.counts().get(i);
            actual += between[i] + at[i];
            below += profile.counts().get(i);
            boolean isEnd = tenth < PARTS && below * PARTS >= tenth * all && below < all;
            if (isEnd) {
                stability.part(expected, actual);
                expected = 0;
                actual = 0;
                tenth = (int) (below * PARTS / all) + 1;
            }
        }
        return stability.part(expected, actual + between[points.length]).index();
    }

    private OptionalDouble ks() {
        long all = profile.values();
        if (all == 0 || values == 0) {
            return OptionalDouble.empty();
        }
        double most = 0;
        long trained = 0;
        long seen = 0;
        for (int i = 0; i < points.length; i++) {
            seen += between[i];
            if (profile.exact() || i == 0) {
                most = Math.max(most, distance(trained, all, seen));
            }
            trained += profile.counts().get(i);
            seen += at[i];
            most = Math.max(most, distance(trained, all, seen));
        }
        return OptionalDouble.of(most);
    }

    private double distance(long trained, long all, long seen) {
        return Math.abs((double) trained / all - (double) seen / values);
    }
}
