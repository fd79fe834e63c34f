// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.start.TrainingSample;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Gives the layers that begin with rows of the data what they take of them, one layer after the other, each seeing what the
 * layers before make of the rows. Which rows depends on the seed and their number alone.
 */
final class DataStart {
    private static final int CHUNK_FLOATS = 1 << 20;

    private final Layers layers;
    private final float[] parameters;
    private final DataSet data;
    private final long seed;
    private final Kernels kernels;
    private final WorkerContext context;
    private final Cancellation.Walk walk;

    DataStart(Layers layers, float[] parameters, DataSet data, long seed, Kernels kernels, Cancellation cancellation) {
        this.layers = layers;
        this.parameters = parameters;
        this.data = data;
        this.seed = seed;
        this.kernels = kernels;
        this.context = WorkerContext.predicting(kernels);
        this.walk = cancellation.newWalk();
    }

    void run() {
        for (int i = 0; i < layers.count(); i++) {
            int most = layers.get(i).rowsToStartFrom();
            if (most > 0) {
                layers.get(i).start(context, parameters, seed, new Sample(i, chosen(most)));
            }
        }
    }

    /** So many different rows, or all if there are no more; in an order of chance. */
    private int[] chosen(int most) {
        RandomStream random = RandomStream.of(seed, RandomStream.Purpose.SAMPLE, 0, 0);
        int count = Math.min(most, data.rows());
        int[] rows = new int[count];
        if (count == data.rows()) {
            Arrays.setAll(rows, row -> row);
            random.shuffle(rows);
            return rows;
        }
        BitSet taken = new BitSet(data.rows());
        for (int i = 0; i < count; ) {
            int row = random.nextInt(data.rows());
            if (!taken.get(row)) {
                taken.set(row);
                rows[i++] = row;
            }
        }
        return rows;
    }

    /** Rows as they reach a layer. */
    private final class Sample implements TrainingSample {
        private final int layer;
        private final WordArray order;
        private final int rows;
        private final int chunkRows;
        private final BufferPlan plan;
        private final float[] input;
        private final float[] z;
        private final float[][] buffers;

        Sample(int layer, int[] rows) {
            this.layer = layer;
            this.order = WordArray.of(rows);
            this.rows = rows.length;
            int widest = layers.get(0).inputs();
            for (int i = 0; i < layer; i++) {
                widest = Math.max(widest, layers.get(i).outputs());
            }
            this.chunkRows = Math.max(1, Math.min(rows.length, CHUNK_FLOATS / widest));
            this.plan = BufferPlan.of(layers, layer);
            int floats = Math.multiplyExact(chunkRows, widest);
            this.input = new float[floats];
            this.z = new float[floats];
            this.buffers = new float[plan.count()][floats];
            for (int i = 0; i < layer; i++) {
                kernels.reserve(chunkRows, layers.get(i).inputs(), layers.get(i).outputs());
            }
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public int width() {
            return layers.get(layer).inputs();
        }

        @Override
        public void pass(Rows taker) {
            DataSet.Reader reader = data.newReader();
            float[] targets = new float[Math.multiplyExact(chunkRows, data.targetWidth())];
            int count;
            for (int first = 0; first < rows; first += count) {
                walk.longStep();
                count = Math.min(chunkRows, rows - first);
                float[] x = input;
                reader.read(order, first, count, x, targets);
                for (int i = 0; i < layer; i++) {
                    float[] a = buffers[plan.writtenBy(i)];
                    layers.get(i).forward(context, parameters, x, z(i), a, 0, count);
                    x = a;
                }
                taker.take(first, count, x);
            }
        }

        private float[] z(int step) {
            if (!plan.adds(step)) {
                return z;
            }
            return plan.addsInput(step) ? input : buffers[plan.addedBy(step)];
        }
    }
}
