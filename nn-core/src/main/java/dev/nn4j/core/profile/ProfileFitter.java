// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.table.SortedNumbers;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the profiles of a table's columns, none of them large. */
final class ProfileFitter {
    /** Points of a column of numbers: a KS statistic is within one two-hundredth of the exact one. */
    static final int MOST_POINTS = 200;

    /** All points of all columns; a model file has to hold them beside its other descriptions. */
    private static final int MOST_POINTS_IN_ALL = 40_000;

    private static final int FEWEST_POINTS = 10;
    /** Texts beside those that the model knows. */
    private static final int MOST_TEXTS = 1000;

    private static final int MOST_TEXTS_IN_ALL = 10_000;

    private final Table table;
    private final int points;
    private final int texts;

    ProfileFitter(Table table, int columns) {
        int share = MOST_POINTS_IN_ALL / Math.max(1, columns);
        this.table = table;
        this.points = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, share / FEWEST_POINTS * FEWEST_POINTS));
        this.texts = Math.min(MOST_TEXTS, MOST_TEXTS_IN_ALL / Math.max(1, columns));
    }

    ColumnProfile profile(Feature feature) {
        return feature.kind().match(new Fitting(feature));
    }

    private final class Fitting implements FeatureKind.Cases<ColumnProfile> {
        private final Feature feature;

        Fitting(Feature feature) {
            this.feature = feature;
        }

        @Override
        public ColumnProfile number(NumberKind kind) {
            return numbers(feature);
        }

        @Override
        public ColumnProfile dateTime(DateTimeKind kind) {
            return numbers(feature);
        }

        @Override
        public ColumnProfile category(CategoryKind kind) {
            return counted(feature, kind.categories());
        }

        @Override
        public ColumnProfile bool(BooleanKind kind) {
            return counted(feature, List.of("false", "true"));
        }
    }

    private ColumnProfile counted(Feature feature, List<String> known) {
        TextCollector collector = new TextCollector(known);
        CellReading.of(feature).read(table, collector);
        return new TextProfile(feature.name(), collector.missing, collector.counts, collector.rest);
    }

    private ColumnProfile numbers(Feature feature) {
        NumberCollector collector = new NumberCollector(table.newWords(table.rows()));
        CellReading.of(feature).read(table, collector);
        SortedNumbers sorted = new SortedNumbers(collector.numbers, 0, collector.count);
        boolean exact = hasFew(sorted);
        List<Float> ends = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        SortedNumbers.Walk walk = sorted.walk();
        long below = 0;
        long before = 0;
        long next = 0;
        while (walk.next()) {
            below += walk.times();
            if (exact || below * points >= next * collector.count) {
                ends.add(walk.number());
                counts.add(below - before);
                before = below;
                next = below * points / collector.count + 1;
            }
        }
        return new NumberProfile(feature.name(), collector.missing, exact, ends, counts);
    }

    private boolean hasFew(SortedNumbers sorted) {
        SortedNumbers.Walk walk = sorted.walk();
        int different = 0;
        while (walk.next()) {
            different++;
            if (different > points) {
                return false;
            }
        }
        return true;
    }

    private static final class NumberCollector implements CellSink {
        private final WordArray numbers;
        private long count;
        private long missing;

        NumberCollector(WordArray numbers) {
            this.numbers = numbers;
        }

        @Override
        public void missing() {
            missing++;
        }

        @Override
        public void number(float value) {
            numbers.set(count++, Float.floatToRawIntBits(value));
        }

        @Override
        public void text(String text) {
            throw new IllegalStateException("a number reads as '" + text + "'");
        }
    }

    private final class TextCollector implements CellSink {
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private final int most;
        private long missing;
        private long rest;

        TextCollector(List<String> known) {
            known.forEach(text -> counts.put(text, 0L));
            most = known.size() + texts;
        }

        @Override
        public void missing() {
            missing++;
        }

        @Override
        public void number(float value) {
            throw new IllegalStateException("a text reads as " + value);
        }

        @Override
        public void text(String text) {
            if (counts.containsKey(text) || counts.size() < most) {
                counts.merge(text, 1L, Long::sum);
            } else {
                rest++;
            }
        }
    }
}
