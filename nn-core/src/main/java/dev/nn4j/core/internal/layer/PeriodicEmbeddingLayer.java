// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.internal.embedding.EmbeddedInputs;
import dev.nn4j.core.internal.embedding.Waves;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Arrays;
import java.util.Optional;

/** Periodic embeddings of columns, see {@link PeriodicEmbeddingSpec}; {@link Waves} has the mathematics. */
final class PeriodicEmbeddingLayer extends Layer {
    /** About what a cosine costs, in multiplications. */
    private static final int COSINE = 16;

    private static final float HALF_A_TURN = 0.5f;

    private final PeriodicEmbeddingSpec spec;
    private final int columns;
    private final Waves waves;

    PeriodicEmbeddingLayer(PlacedLayer placed, PeriodicEmbeddingSpec spec) {
        super(placed);
        this.spec = spec;
        EmbeddedInputs embedded = EmbeddedInputs.of(spec, inputs());
        this.columns = embedded.columns().length;
        this.waves = new Waves(embedded, spec, placed.firstParameter());
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        embed(parameters, context.row(waves.memory()), x, a, from, to);
    }

    private void embed(float[] parameters, float[] memory, float[] x, float[] a, int from, int to) {
        for (int row = from; row < to; row++) {
            waves.embed(parameters, memory, x, row * inputs(), a, row * outputs());
        }
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        return Optional.of((own, x, z, a, rows) -> embed(parameters, z, x, a, 0, rows));
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        float[] memory = context.row(waves.memory());
        for (int row = from; row < to; row++) {
            waves.backward(parameters, memory, x, dz, row * outputs(), dx, row * inputs());
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
        int first = Workers.share(columns, worker, workers);
        int last = Workers.share(columns, worker + 1, workers);
        if (begins) {
            Arrays.fill(gradient, waves.frequency(first), waves.frequency(last), 0);
            Arrays.fill(gradient, waves.phase(first), waves.phase(last), 0);
            Arrays.fill(gradient, waves.weight(first), waves.weight(last), 0);
        }
        float[] memory = context.row(waves.memory());
        for (int column = first; column < last; column++) {
            waves.gradient(column, parameters, memory, x, inputs(), dz, outputs(), rows, gradient);
        }
    }

    @Override
    void initialize(float[] parameters, long seed) {
        RandomStream random = RandomStream.of(seed, RandomStream.Purpose.INITIALIZATION, index(), 0);
        float bound = (float) (1 / Math.sqrt(spec.frequencies()));
        for (int column = 0; column < columns; column++) {
            for (int i = waves.frequency(column); i < waves.frequency(column + 1); i++) {
                parameters[i] = (float) (spec.sigma() * random.nextGaussian());
            }
            fill(parameters, waves.phase(column), waves.phase(column + 1), HALF_A_TURN, random);
            fill(parameters, waves.weight(column), waves.weight(column + 1), bound, random);
        }
    }

    private static void fill(float[] parameters, int from, int to, float bound, RandomStream random) {
        for (int i = from; i < to; i++) {
            parameters[i] = random.nextUniform(-bound, bound);
        }
    }

    @Override
    long work() {
        return outputs() + (long) columns * spec.frequencies() * (COSINE + spec.size());
    }
}
