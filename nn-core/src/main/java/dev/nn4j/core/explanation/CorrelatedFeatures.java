// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Features that say nearly the same, of which a model may use the one or the other: they are associated by more than {@value #LEAST}, directly or by
 * way of others of their group.
 */
final class CorrelatedFeatures {
    /** From there on two features are of one group. */
    static final double LEAST = 0.9;

    private static final int MOST_FEATURES = 1000;
    private static final int MOST_ROWS = 2000;
    private static final int FEWEST_ROWS = 10;

    /** Whether values have no order. */
    private static final class IsCategory implements FeatureKind.Cases<Boolean> {
        @Override
        public Boolean number(NumberKind kind) {
            return false;
        }

        @Override
        public Boolean category(CategoryKind kind) {
            return true;
        }

        @Override
        public Boolean bool(BooleanKind kind) {
            return false;
        }

        @Override
        public Boolean dateTime(DateTimeKind kind) {
            return false;
        }
    }

    private CorrelatedFeatures() {}

    /**
     * The groups of two or more, in the order of their first features; none where features are more than {@value
     * #MOST_FEATURES}, or rows fewer than {@value #FEWEST_ROWS}.
     *
     * @param rows raw rows, of which the first {@value #MOST_ROWS} count
     */
    static List<int[]> of(Schema schema, float[] rows, int count) {
        int features = schema.features().size();
        if (features > MOST_FEATURES || count < FEWEST_ROWS) {
            return List.of();
        }
        List<List<ColumnAssociation.Sampled>> columns = columns(schema, rows, Math.min(count, MOST_ROWS));
        int[] group = new int[features];
        for (int f = 0; f < features; f++) {
            group[f] = f;
            for (int other = 0; other < f; other++) {
                if (group[other] != group[f] && areAlike(columns.get(f), columns.get(other))) {
                    join(group, group[f], group[other]);
                }
            }
        }
        return groups(group);
    }

    private static List<List<ColumnAssociation.Sampled>> columns(Schema schema, float[] rows, int count) {
        List<List<ColumnAssociation.Sampled>> columns = new ArrayList<>();
        int at = 0;
        for (Feature feature : schema.features()) {
            List<ColumnAssociation.Sampled> parts = new ArrayList<>();
            for (int end = at + feature.rawWidth(); at < end; at++) {
                float[] column = new float[count];
                for (int row = 0; row < count; row++) {
                    column[row] = rows[row * schema.rawWidth() + at];
                }
                boolean category = feature.kind().match(new IsCategory());
                parts.add(category ? ColumnAssociation.codes(column) : ColumnAssociation.ranks(column));
            }
            columns.add(parts);
        }
        return columns;
    }

    private static boolean areAlike(List<ColumnAssociation.Sampled> one, List<ColumnAssociation.Sampled> other) {
        for (ColumnAssociation.Sampled a : one) {
            for (ColumnAssociation.Sampled b : other) {
                if (a.with(b) > LEAST) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void join(int[] group, int one, int other) {
        for (int f = 0; f < group.length; f++) {
            group[f] = group[f] == one || group[f] == other ? Math.min(one, other) : group[f];
        }
    }

    private static List<int[]> groups(int[] group) {
        List<int[]> groups = new ArrayList<>();
        for (int first = 0; first < group.length; first++) {
            List<Integer> members = new ArrayList<>();
            for (int f = 0; f < group.length; f++) {
                if (group[f] == first) {
                    members.add(f);
                }
            }
            if (members.size() > 1) {
                groups.add(members.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return groups;
    }
}
