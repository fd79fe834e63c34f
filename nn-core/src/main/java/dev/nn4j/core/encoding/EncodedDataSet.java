// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows of a table that are encoded and scaled whenever they are read, by the very arithmetic that fills arrays. */
final class EncodedDataSet extends DataSet {
    private final Table table;
    private final Supplier<RawRows> raw;
    private final InputEncoder encoder;
    private final TargetRows targets;
    private final Scaler targetScaler;
    private final FiniteRows finite;

    private EncodedDataSet(Table table, Supplier<RawRows> raw, Schema schema, Scaler inputScaler, Scaler targetScaler) {
        this(
                table,
                raw,
                new InputEncoder(schema.features(), inputScaler),
                new TargetEncoder(schema).rows(table),
                targetScaler,
                new FiniteRows(table, new InputEncoder(schema.features(), inputScaler), schema),
                null);
    }

    private EncodedDataSet(
            Table table,
            Supplier<RawRows> raw,
            InputEncoder encoder,
            TargetRows targets,
            Scaler targetScaler,
            FiniteRows finite,
            @Nullable WordArray weights) {
        super(table.rows(), encoder.width(), targets.width(), weights);
        this.table = table;
        this.raw = raw;
        this.encoder = encoder;
        this.targets = targets;
        this.targetScaler = targetScaler;
        this.finite = finite;
    }

    static DataSet readOnce(Table table, Schema schema, Scaler inputScaler, Scaler targetScaler) {
        RawRows kept = RawRows.forManyPasses(table, schema.features());
        return new EncodedDataSet(table, () -> kept, schema, inputScaler, targetScaler);
    }

    /** Each reader reads texts by itself, and remembers those it has met. */
    static DataSet readAgain(Table table, Schema schema, Scaler inputScaler, Scaler targetScaler) {
        schema.features().forEach(feature -> table.require(feature.name()));
        return new EncodedDataSet(table, () -> RawRows.of(table, schema.features()), schema, inputScaler, targetScaler);
    }

    @Override
    DataSet weighted(WordArray rowWeights) {
        return new EncodedDataSet(table, raw, encoder, targets, targetScaler, finite, rowWeights);
    }

    @Override
    public Reader newReader() {
        return new Encoding(raw.get());
    }

    @Override
    public WordArray newWords(long count) {
        return table.newWords(count);
    }

    /** Reads, with raw rows of its own on their way. */
    private final class Encoding implements Reader {
        private final RawRows rows;
        private float[] chunk = new float[0];

        Encoding(RawRows rows) {
            this.rows = rows;
        }

        @Override
        public void read(int first, int count, float[] intoInputs, float[] intoTargets) {
            reserve(count);
            for (int r = 0; r < count; r++) {
                read(first + r, r, intoTargets);
            }
            encode(count, intoInputs, intoTargets);
            int bad = finite.firstBad(intoInputs, intoTargets, count, targetWidth());
            if (bad >= 0) {
                throw finite.refused(first + bad, bad, intoInputs, intoTargets, targetWidth());
            }
        }

        @Override
        public void read(WordArray order, int first, int count, float[] intoInputs, float[] intoTargets) {
            reserve(count);
            for (int r = 0; r < count; r++) {
                read(order.get(first + r), r, intoTargets);
            }
            encode(count, intoInputs, intoTargets);
            int bad = finite.firstBad(intoInputs, intoTargets, count, targetWidth());
            if (bad >= 0) {
                throw finite.refused(order.get(first + bad), bad, intoInputs, intoTargets, targetWidth());
            }
        }

        private void reserve(int count) {
            int floats = ArrayLength.of("rows to read at a time", count, rows.width());
            if (chunk.length < floats) {
                chunk = new float[floats];
            }
        }

        private void read(int row, int r, float[] intoTargets) {
            rows.read(row, chunk, r * rows.width());
            targets.read(row, intoTargets, r * targetWidth());
        }

        private void encode(int count, float[] intoInputs, float[] intoTargets) {
            encoder.encode(chunk, 0, intoInputs, 0, count);
            targetScaler.apply(intoTargets, 0, intoTargets, 0, count, targetWidth());
        }
    }
}
