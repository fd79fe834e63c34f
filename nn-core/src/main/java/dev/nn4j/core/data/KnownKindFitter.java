// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.ArrayList;
import java.util.List;

/** Fits a column whose kind is settled: what is left is the value that stands for a missing one. */
final class KnownKindFitter extends FeatureFitter {
    private final FeatureKind kind;
    private final ColumnPlan plan;
    private final RawRows rows;
    private final float[] raw;
    private final List<FillStatistic> statistics = new ArrayList<>();

    KnownKindFitter(Table table, String name, FeatureKind kind, ColumnPlan plan) {
        super(table, name);
        this.kind = kind;
        this.plan = plan;
        this.raw = new float[kind.rawWidth()];
        for (int i = 0; i < raw.length && plan.missing().fills(); i++) {
            statistics.add(FillStatistic.of(plan.missing(), () -> table.newWords(table.rows())));
        }
        this.rows = RawRows.of(table, List.of(feature(zeros(statistics.size()))));
    }

    @Override
    void see(int from, int to) {
        for (int row = from; row < to; row++) {
            rows.read(row, raw, 0);
            for (int i = 0; i < statistics.size(); i++) {
                if (!Float.isNaN(raw[i])) {
                    statistics.get(i).add(raw[i]);
                }
            }
        }
    }

    @Override
    Feature fit() {
        List<Float> fill = new ArrayList<>();
        for (FillStatistic statistic : statistics) {
            if (statistic.count() == 0) {
                throw withoutValues();
            }
            fill.add(statistic.value());
        }
        return feature(fill);
    }

    private Feature feature(List<Float> fill) {
        return new Feature(name(), kind, missing(plan, fill));
    }

    private static List<Float> zeros(int count) {
        List<Float> zeros = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zeros.add(0f);
        }
        return zeros;
    }
}
