// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Loss;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.distribution.TargetParts;
import dev.nn4j.core.internal.layer.Layers;
import dev.nn4j.core.internal.work.FirstFault;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.NetworkSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Computes the outputs (where there are several to a target: the details) and the mean loss of a data set, by chunks. */
public final class EvaluationPass {
    private final List<Predictors> networks;
    private final int width;
    private final OutputLoss loss;

    /** A pass through a network with this loss at its end. */
    public EvaluationPass(NetworkSpec spec, float[] parameters, Loss loss) {
        this(spec, new Predictors(Layers.of(spec), parameters), loss);
    }

    /** The same through passes that are there already. */
    public EvaluationPass(NetworkSpec spec, Predictors network, Loss loss) {
        this(List.of(network), spec.outputWidth(), OutputLoss.of(loss, spec.outputLayer()));
    }

    /** A pass through several networks, with the loss of the mean of their outputs, which has no logits. */
    public EvaluationPass(List<Predictors> networks, int width, Loss loss) {
        this(networks, width, OutputLoss.overOutputs(loss));
    }

    private EvaluationPass(List<Predictors> networks, int width, OutputLoss loss) {
        this.networks = networks;
        this.width = width;
        this.loss = loss;
    }

    /** Takes the outputs of some rows. */
    public interface Outputs {
        /** Of {@code rows} rows from row {@code first} on, {@code rows × outputs}; the array is used again. */
        void of(int first, int rows, float[] outputs);

        /** Of the same rows behind them, their losses before they are weighed; the array is used again. */
        default void losses(int first, int rows, double[] losses) {}
    }

    /** Gives rows that are ready for the networks, and their targets. */
    public interface Rows {
        /**
         * Those from row {@code first} on.
         *
         * @param inputs receives {@code count × inputs}, from index 0
         * @param targets receives {@code count × targets}, from index 0
         */
        void read(int first, int count, float[] inputs, float[] targets);
    }

    /**
     * Runs the rows.
     *
     * @param threads that may work at once; they change no bit
     * @param outputs receives the outputs, chunk by chunk, on the calling thread
     * @return the mean loss over the rows, each times its weight in the data, summed in the order of {@link
     *     dev.nn4j.core.internal.blocks.Blocks}
     */
    public double run(DataSet data, int threads, Outputs outputs) {
        Chunk first = new Chunk(data);
        int sharing = Math.max(1, Math.min(threads, data.rows() / Math.max(1, first.most)));
        List<Chunk> chunks = new ArrayList<>(List.of(first));
        while (chunks.size() < sharing) {
            chunks.add(new Chunk(data));
        }
        Sums sums = new Sums(data);
        FirstFault faults = new FirstFault();
        try (Workers workers = new Workers(sharing)) {
            for (long from = 0; from < data.rows(); from += (long) sharing * first.most) {
                long begin = from;
                workers.run(
                        (worker, all) ->
                                faults.of(worker, () -> chunks.get(worker).run(begin + (long) worker * first.most)),
                        true);
                faults.rethrow();
                chunks.forEach(chunk -> chunk.tell(outputs, sums));
            }
        }
        return sums.losses.total() / sums.weights.total();
    }

    /** Memory for runs on one thread, which one after the other may use. */
    public Room newRoom() {
        return new Room();
    }

    /** Sums over the rows that were told of. */
    private record Sums(DataSet data, BlockSum losses, BlockSum weights) {
        Sums(DataSet data) {
            this(data, new BlockSum(), new BlockSum());
        }

        void add(int row, double loss) {
            double weight = data.weight(row);
            losses.add(row, weight * loss);
            weights.add(row, weight);
        }
    }

    /** A room, and how far it is in the rows of a data set. For one thread at a time. */
    private final class Chunk {
        private final DataSet data;
        private final DataSet.Reader reader;
        private final Room room = newRoom();
        private final int most;

        Chunk(DataSet data) {
            this.data = data;
            this.reader = data.newReader();
            this.most = room.reserve(data.rows());
        }

        /** The rows from this one on, if there are any. */
        void run(long from) {
            room.run(reader::read, (int) from, (int) Math.max(0, Math.min(most, data.rows() - from)));
        }

        void tell(Outputs outputs, Sums sums) {
            room.tell(outputs);
            for (int row = 0; row < room.rows; row++) {
                sums.add(room.first + row, room.rowLoss[row]);
            }
        }
    }

    /** The memory that it takes to take rows through the networks, a chunk of them at a time. For one thread at a time. */
    public final class Room {
        private final JointPass pass = new JointPass(networks, width, loss.distribution(), KernelChoice.AUTO);
        private float[] targets = new float[0];
        private double[] rowLoss = new double[0];
        private float[] details = new float[0];
        private int first;
        private int rows;

        private Room() {}

        /**
         * Runs rows that all weigh the same, on the calling thread.
         *
         * @param outputs receives the outputs, chunk by chunk
         * @return the mean loss, summed as {@link EvaluationPass#run} does
         */
        public double run(int count, Rows source, Outputs outputs) {
            int most = reserve(count);
            BlockSum losses = new BlockSum();
            for (int from = 0; from < count; from += most) {
                run(source, from, Math.min(most, count - from));
                tell(outputs);
                losses.add(first, rowLoss, rows);
            }
            return losses.total() / count;
        }

        /** Makes room for so many rows, or for as many as a chunk has, and says how many these are. */
        private int reserve(int wanted) {
            int most = pass.room(wanted);
            if (rowLoss.length < most) {
                targets = new float[most * width];
                rowLoss = new double[most];
            }
            return most;
        }

        private void run(Rows source, int from, int count) {
            first = from;
            rows = count;
            if (count == 0) {
                return;
            }
            int outputs = loss.distribution().outputs();
            source.read(first, rows, pass.input(), targets);
            TargetParts.repeat(targets, rows * width / outputs, outputs);
            float[] activations = pass.run(pass.input(), rows);
            loss.loss(pass.logits(), judged(activations, rows), targets, rowLoss, 0, rows, width);
            details = pass.details(activations, rows);
        }

        private void tell(Outputs outputs) {
            if (rows > 0) {
                outputs.of(first, rows, details);
                outputs.losses(first, rows, rowLoss);
            }
        }
    }

    /** What the loss judges: of several networks together, outputs that their details could be of. */
    private float[] judged(float[] results, int rows) {
        if (networks.size() == 1 || loss.distribution().outputs() == 1) {
            return results;
        }
        float[] judged = Arrays.copyOf(results, rows * width);
        loss.distribution()
                .undescribe(judged, rows * width / loss.distribution().outputs());
        return judged;
    }
}
