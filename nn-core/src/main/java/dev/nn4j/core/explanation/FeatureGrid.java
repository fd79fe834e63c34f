// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.NumberKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The values of a feature at which dependence on it is looked at, of those that rows have: numbers in their order, at most {@value
 * #MOST_NUMBERS} at quantiles that are as far apart; categories, the most frequent first; none of a date, which is several numbers that
 * belong together.
 */
final class FeatureGrid implements FeatureKind.Cases<List<FeatureGrid.Point>> {
    /** The most numbers. */
    static final int MOST_NUMBERS = 32;

    private static final int MOST_CATEGORIES = 20;

    /** A value and the raw float that it is. */
    record Point(GridValue value, float raw) {}

    private final float[] present;

    /** Of a feature of one raw float. */
    FeatureGrid(float[] column) {
        float[] some = new float[column.length];
        int count = 0;
        for (float value : column) {
            if (!Float.isNaN(value)) {
                some[count++] = value;
            }
        }
        present = Arrays.copyOf(some, count);
        Arrays.sort(present);
    }

    @Override
    public List<Point> number(NumberKind kind) {
        List<Float> distinct = new ArrayList<>(frequencies().keySet());
        List<Float> chosen = new ArrayList<>();
        if (distinct.size() <= MOST_NUMBERS) {
            chosen = distinct;
        } else {
            for (int i = 0; i < MOST_NUMBERS; i++) {
                float quantile = present[(int) ((2L * i + 1) * present.length / (2 * MOST_NUMBERS))];
                if (chosen.isEmpty() || chosen.get(chosen.size() - 1) != quantile) {
                    chosen.add(quantile);
                }
            }
        }
        return chosen.stream().map(raw -> point(raw, kind.offset())).toList();
    }

    private static Point point(float raw, double offset) {
        String text = offset == 0 ? ShortestDecimal.text(raw) : ShortestDecimal.text(raw + offset);
        // The decimal that the cell holds, and not the digits of a float that only a double has.
        return new Point(new GridValue(text, OptionalDouble.of(Double.parseDouble(text))), raw);
    }

    @Override
    public List<Point> category(CategoryKind kind) {
        return frequencies().entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue()))
                .filter(entry -> entry.getKey() >= 0
                        && entry.getKey() < kind.categories().size())
                .limit(MOST_CATEGORIES)
                .map(entry -> named(kind.categories().get((int) (float) entry.getKey()), entry.getKey()))
                .toList();
    }

    @Override
    public List<Point> bool(BooleanKind kind) {
        return frequencies().keySet().stream()
                .map(raw -> named(raw == 1 ? "yes" : "no", raw))
                .toList();
    }

    @Override
    public List<Point> dateTime(DateTimeKind kind) {
        return List.of();
    }

    private static Point named(String text, float raw) {
        return new Point(new GridValue(text, OptionalDouble.empty()), raw);
    }

    /** How often each value is there, the values in their order. */
    private Map<Float, Integer> frequencies() {
        Map<Float, Integer> frequencies = new TreeMap<>();
        for (float value : present) {
            frequencies.merge(value, 1, Integer::sum);
        }
        return frequencies;
    }
}
