// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import org.jspecify.annotations.Nullable;

/** Rows of a table that are encoded and scaled whenever they are read, by the very arithmetic that fills arrays. */
final class EncodedDataSet extends DataSet {
    private final Table table;
    private final RawRows raw;
    private final InputEncoder encoder;
    private final TargetRows targets;
    private final Scaler targetScaler;
    private float[] rawChunk = new float[0];

    EncodedDataSet(Table table, RawRows raw, Schema schema, Scaler inputScaler, Scaler targetScaler) {
        this(
                table,
                raw,
                new InputEncoder(schema.features(), inputScaler),
                new TargetEncoder(schema).rows(table),
                targetScaler,
                null);
    }

    private EncodedDataSet(
            Table table,
            RawRows raw,
            InputEncoder encoder,
            TargetRows targets,
            Scaler targetScaler,
            @Nullable Words weights) {
        super(table.rows(), encoder.width(), targets.width(), weights);
        this.table = table;
        this.raw = raw;
        this.encoder = encoder;
        this.targets = targets;
        this.targetScaler = targetScaler;
    }

    @Override
    DataSet weighted(Words rowWeights) {
        return new EncodedDataSet(table, raw, encoder, targets, targetScaler, rowWeights);
    }

    @Override
    public void read(int first, int count, float[] intoInputs, float[] intoTargets) {
        reserve(count);
        for (int r = 0; r < count; r++) {
            read(first + r, r, intoTargets);
        }
        encode(count, intoInputs, intoTargets);
    }

    @Override
    public void read(Words order, int first, int count, float[] intoInputs, float[] intoTargets) {
        reserve(count);
        for (int r = 0; r < count; r++) {
            read(order.get(first + r), r, intoTargets);
        }
        encode(count, intoInputs, intoTargets);
    }

    @Override
    public Words newWords(long count) {
        return table.newWords(count);
    }

    private void reserve(int count) {
        int floats = Math.multiplyExact(count, raw.width());
        if (rawChunk.length < floats) {
            rawChunk = new float[floats];
        }
    }

    private void read(int row, int r, float[] intoTargets) {
        raw.read(row, rawChunk, r * raw.width());
        targets.read(row, intoTargets, r * targetWidth());
    }

    private void encode(int count, float[] intoInputs, float[] intoTargets) {
        encoder.encode(rawChunk, 0, intoInputs, 0, count);
        targetScaler.apply(intoTargets, 0, intoTargets, 0, count, targetWidth());
    }
}
