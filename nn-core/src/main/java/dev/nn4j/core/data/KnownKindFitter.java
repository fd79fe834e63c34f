// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException.Location;
import java.util.ArrayList;
import java.util.List;

/** Fits a column whose kind is settled: what is left is the value that stands for a missing one. */
final class KnownKindFitter extends FeatureFitter {
    private final FeatureKind kind;
    private final ColumnPlan plan;
    private final Feature reader;
    private final float[] raw;
    private final List<FillStatistic> statistics = new ArrayList<>();

    KnownKindFitter(String name, FeatureKind kind, ColumnPlan plan, FillStatistic.WordSupply values) {
        super(name);
        this.kind = kind;
        this.plan = plan;
        this.raw = new float[kind.rawWidth()];
        for (int i = 0; i < raw.length && plan.missing().fills(); i++) {
            statistics.add(FillStatistic.of(plan.missing(), values));
        }
        this.reader = feature(zeros(statistics.size()));
    }

    @Override
    void add(String cell, Location where) {
        reader.read(cell, where, raw, 0);
        see();
    }

    @Override
    void add(float number) {
        raw[0] = number;
        see();
    }

    @Override
    Feature fit(Location header) {
        List<Float> fill = new ArrayList<>();
        for (FillStatistic statistic : statistics) {
            if (statistic.count() == 0) {
                throw withoutValues(header);
            }
            fill.add(statistic.value());
        }
        return feature(fill);
    }

    private void see() {
        for (int i = 0; i < statistics.size(); i++) {
            if (!Float.isNaN(raw[i])) {
                statistics.get(i).add(raw[i]);
            }
        }
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
