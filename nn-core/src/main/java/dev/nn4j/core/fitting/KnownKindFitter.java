// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.table.Table;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Fits a column whose kind is settled: what is left is the value that stands for a missing one. */
final class KnownKindFitter extends FeatureFitter {
    /** Rows that are read at a time: so few that a slow store does not keep a cancellation waiting. */
    private static final int BLOCK = 64;

    private final FeatureKind kind;
    private final ColumnPlan plan;
    private final RawRows rows;
    private final float[] raw;
    private final float[] block;
    private final Cancellation.Walk walk;
    private final Optional<ColumnFill> fill;
    /** Numbers that are taken as they are were found good when the table was read. */
    private final boolean looks;

    KnownKindFitter(Table table, String name, FeatureKind kind, ColumnPlan plan) {
        super(table, name);
        this.walk = table.cancellation().newWalk();
        this.kind = kind;
        this.plan = plan;
        this.raw = new float[kind.rawWidth()];
        this.block = new float[Math.min(BLOCK, table.rows()) * raw.length];
        this.fill = plan.missing().fills()
                ? Optional.of(ColumnFill.of(
                        kind,
                        plan.missing(),
                        numbers -> table.newWords((long) numbers * table.rows()).walked(table.cancellation())))
                : Optional.empty();
        this.looks = fill.isPresent() || kind.cellType().isText() || kind.offset() != 0;
        this.rows = RawRows.of(
                table, List.of(feature(plan.missing().fills() ? Collections.nCopies(raw.length, 0f) : List.of())));
    }

    @Override
    void see(int from, int to) {
        for (int first = from; looks && first < to; first += BLOCK) {
            walk.longStep();
            int end = Math.min(first + BLOCK, to);
            rows.read(first, end, block);
            for (int row = first; fill.isPresent() && row < end; row++) {
                System.arraycopy(block, (row - first) * raw.length, raw, 0, raw.length);
                fill.get().add(row, raw);
            }
        }
    }

    @Override
    Feature fit() {
        if (fill.isPresent() && fill.get().count() == 0) {
            throw withoutValues();
        }
        return feature(fill.map(ColumnFill::fill).orElse(List.of()));
    }

    private Feature feature(List<Float> fill) {
        return new Feature(name(), kind, missing(plan, fill));
    }
}
