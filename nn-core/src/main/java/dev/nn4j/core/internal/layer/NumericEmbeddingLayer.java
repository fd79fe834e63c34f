// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.internal.embedding.EmbeddedInputs;
import dev.nn4j.core.internal.embedding.PiecewiseTable;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.start.ColumnSample;
import dev.nn4j.core.internal.start.MixedEdges;
import dev.nn4j.core.internal.start.TrainingSample;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Piecewise linear embeddings of columns, see {@link NumericEmbeddingSpec}; {@link PiecewiseTable} has the mathematics.
 *
 * <pre>
 * forward    E = a·x + c + Σ_{s&lt;t} V_s + V_t·u          x in bin t, at place u
 * backward   da = Σ dE·x   dc = Σ dE   dV_s = Σ dE (x above bin s) + Σ u·dE (x in bin s)
 * </pre>
 *
 * Its z begins, for each column, with t and u; that is what the way back needs of the edges.
 */
final class NumericEmbeddingLayer extends Layer {
    /** So many rows tell where a column's values lie. */
    private static final int ROWS_FOR_EDGES = 1 << 14;

    private final NumericEmbeddingSpec spec;
    private final int[] columns;
    private final PiecewiseTable table;

    NumericEmbeddingLayer(PlacedLayer placed, NumericEmbeddingSpec spec) {
        super(placed);
        this.spec = spec;
        EmbeddedInputs embedded = EmbeddedInputs.of(spec, inputs());
        this.columns = embedded.columns();
        this.table = new PiecewiseTable(
                columns, embedded.others(), spec.bins(), spec.size(), placed.firstParameter(), placed.firstStatistic());
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        float[] memory = context.row(table.length());
        table.fill(parameters, memory);
        for (int row = from; row < to; row++) {
            table.embed(parameters, memory, x, row * inputs(), a, row * outputs(), z);
        }
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        float[] filled = new float[table.length()];
        table.fill(parameters, filled);
        return Optional.of((own, x, z, a, rows) -> {
            for (int row = 0; row < rows; row++) {
                table.embed(parameters, filled, x, row * inputs(), a, row * outputs());
            }
        });
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        for (int row = from; row < to; row++) {
            table.backward(parameters, z, dz, row * outputs(), dx, row * inputs());
        }
    }

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
        int first = Workers.share(columns.length, worker, workers);
        int last = Workers.share(columns.length, worker + 1, workers);
        if (begins) {
            Arrays.fill(gradient, table.slope(first), table.slope(last), 0);
        }
        for (int column = first; column < last; column++) {
            table.gradient(column, x, inputs(), z, dz, outputs(), rows, gradient);
        }
    }

    @Override
    void finish(float[] gradient) {
        table.finish(gradient);
    }

    /** Slopes and shifts; without data there are no bins. */
    @Override
    void initialize(float[] parameters, long seed) {
        RandomStream random = RandomStream.of(seed, RandomStream.Purpose.INITIALIZATION, index(), 0);
        float bound = (float) (1 / Math.sqrt(spec.size()));
        for (int column = 0; column < columns.length; column++) {
            int slope = table.slope(column);
            for (int i = slope; i < slope + PiecewiseTable.ROWS_BEFORE_BINS * spec.size(); i++) {
                parameters[i] = random.nextUniform(-bound, bound);
            }
        }
    }

    @Override
    int rowsToStartFrom() {
        return ROWS_FOR_EDGES;
    }

    @Override
    void start(WorkerContext context, float[] parameters, long seed, TrainingSample sample) {
        ColumnSample values = new ColumnSample(sample, columns);
        for (int column = 0; column < columns.length; column++) {
            float[] edges = MixedEdges.of(values.sorted(column), spec.bins());
            System.arraycopy(edges, 0, parameters, table.edge(column), edges.length);
        }
    }

    @Override
    long work() {
        return outputs() + 2L * columns.length * spec.size();
    }
}
