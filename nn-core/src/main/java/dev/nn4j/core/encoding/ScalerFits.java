// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Brings rows to what fits scalers.
 *
 * @param scaling what is fitted
 * @param categories whether zeros and ones are scaled too
 * @param features of the rows
 */
record ScalerFits(Scaling scaling, boolean categories, List<Feature> features) {
    /** Rows that are read at a time: so few that a slow store does not keep a cancellation waiting. */
    private static final int FEW_ROWS = 64;

    /** Of a matrix of quantities. */
    static Scaler of(Scaling scaling, float[] values, int width) {
        if (scaling == Scaling.NONE) {
            return Scaler.none();
        }
        WalkedColumns columns = new WalkedColumns(
                values.length / width,
                width,
                1,
                () -> (from, to, block) -> System.arraycopy(values, from * width, block, 0, (to - from) * width));
        boolean[] all = all(width);
        return scaling.isRobust()
                ? new RobustFitter(scaling, all, all, columns, WordArray::inHeap, Cancellation.none()).inputs()
                : new ScalerFitter(scaling, all, new RowWalks(columns)).fit();
    }

    /** Of what the features make of rows. */
    Scaler inputs(Supplier<RawRows> rows, int threads, Cancellation cancellation, LongFunction<WordArray> words) {
        if (scaling == Scaling.NONE) {
            return Scaler.none();
        }
        InputEncoder encoder = new InputEncoder(features, Scaler.none());
        WalkedColumns inputs = new WalkedColumns(
                rows.get().rows(), encoder.width(), threads, () -> encoded(rows.get(), encoder, cancellation));
        boolean[] quantities = encoder.quantities();
        boolean[] scaled = categories ? encoder.allButIndices() : quantities;
        Scaler fitted = scaling.isRobust()
                ? new RobustFitter(scaling, scaled, quantities, inputs, words, cancellation).inputs()
                : new ScalerFitter(scaling, scaled, new RowWalks(inputs)).fit();
        return categories ? fitted.withCategories() : fitted;
    }

    /** Of what the features make of a table's rows. */
    Scaler inputs(Table table) {
        boolean byRows = scaling == Scaling.NONE || scaling.isRobust() || !FeatureWalks.suit(table, features);
        if (byRows) {
            return inputs(() -> RawRows.of(table, features), table.threads(), table.cancellation(), table::newWords);
        }
        InputEncoder encoder = new InputEncoder(features, Scaler.none());
        boolean[] scaled = categories ? encoder.allButIndices() : encoder.quantities();
        Scaler fitted = new ScalerFitter(scaling, scaled, new FeatureWalks(table, features, scaled)).fit();
        return categories ? fitted.withCategories() : fitted;
    }

    private WalkedColumns.Source encoded(RawRows rows, InputEncoder encoder, Cancellation cancellation) {
        Cancellation.Walk walk = cancellation.newWalk();
        float[] raw = new float[Math.min(FEW_ROWS, rows.rows()) * rows.width()];
        return (from, to, block) -> {
            for (int first = from; first < to; first += FEW_ROWS) {
                walk.longStep();
                int count = Math.min(FEW_ROWS, to - first);
                rows.read(first, first + count, raw);
                encoder.encode(raw, 0, block, (first - from) * encoder.width(), count);
                if (scaling.isRobust()) {
                    encoder.unfill(raw, block, (first - from) * encoder.width(), count);
                }
            }
        };
    }

    /** Of a table's targets. */
    static Scaler targets(Scaling scaling, Schema schema, Table table) {
        if (scaling == Scaling.NONE) {
            return Scaler.none();
        }
        TargetRows rows = new TargetEncoder(schema).rows(table);
        Cancellation.Walk walk = table.cancellation().newWalk();
        WalkedColumns targets = new WalkedColumns(table.rows(), rows.width(), 1, () -> (from, to, block) -> {
            for (int row = from; row < to; row++) {
                walk.step();
                rows.read(row, block, (row - from) * rows.width());
            }
        });
        boolean[] all = all(rows.width());
        return scaling.isRobust()
                ? new RobustFitter(scaling, all, all, targets, table::newWords, table.cancellation()).targets()
                : new ScalerFitter(scaling, all, new RowWalks(targets)).fit();
    }

    private static boolean[] all(int width) {
        boolean[] all = new boolean[width];
        Arrays.fill(all, true);
        return all;
    }
}
