// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.internal.embedding.RowTables;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Optional;

/**
 * Rows of tables in the place of indices, see {@link CategoryEmbeddingSpec}; {@link RowTables} has the mathematics. It copies
 * and adds rows: what a batch costs depends on its rows, not on how many values there are.
 */
final class CategoryEmbeddingLayer extends Layer {
    private final CategoryEmbeddingSpec spec;
    private final RowTables tables;

    CategoryEmbeddingLayer(PlacedLayer placed, CategoryEmbeddingSpec spec) {
        super(placed);
        this.spec = spec;
        this.tables = new RowTables(spec, placed.inputs(), placed.firstParameter());
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        for (int row = from; row < to; row++) {
            tables.embed(parameters, x, row * inputs(), a, row * outputs());
        }
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        return Optional.of((own, x, z, a, rows) -> {
            for (int row = 0; row < rows; row++) {
                tables.embed(parameters, x, row * inputs(), a, row * outputs());
            }
        });
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        for (int row = from; row < to; row++) {
            tables.backward(dz, row * outputs(), dx, row * inputs());
        }
    }

    /** Each worker has rows of the tables of its own, and adds to each in the order of the batch. */
    @Override
    public void gradient(
            WorkerContext context,
            float[] parameters,
            float[] x,
            float[] z,
            float[] dz,
            int rows,
            float[] gradient,
            boolean begins,
            int worker,
            int workers) {
        int first = Workers.share(tables.rows(), worker, workers);
        int last = Workers.share(tables.rows(), worker + 1, workers);
        tables.gradient(x, inputs(), dz, outputs(), rows, gradient, begins, first, last);
    }

    @Override
    void initialize(float[] parameters, long seed) {
        if (spec.deviation() == 0) {
            return; // not that some zeros are negative
        }
        RandomStream random = RandomStream.of(seed, RandomStream.Purpose.INITIALIZATION, index(), 0);
        for (int i = parametersFrom(); i < parametersFrom() + parameterCount(); i++) {
            parameters[i] = (float) (spec.deviation() * random.nextGaussian());
        }
    }
}
