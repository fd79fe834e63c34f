// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.PlateauState;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.gradient.BatchLoss;
import dev.nn4j.core.gradient.GradientSource;
import dev.nn4j.core.gradient.GradientSum;
import dev.nn4j.core.gradient.TrainingBatch;
import dev.nn4j.core.internal.blocks.Blocks;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.Span;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.NetworkSpec;
import java.util.stream.IntStream;

/**
 * What the shards of a training with {@link TrainingOptions#shards()} do between two meetings: each trains from the network
 * that all have in common, on rows of its own and with an optimizer that remembers nothing of the round before. Its way from
 * there is its part of a gradient, which a {@link GradientSum} over the shards adds; the training takes one step by it. What
 * a shard comes to depends on its arguments alone, so that it may be computed anywhere, and again. Immutable and safe for all
 * threads.
 *
 * <p>A round is a batch of the training that meets: blocks of rows, the block at place p being of shard p mod n.
 *
 * @since 0.1.0
 */
public final class ShardTraining {
    private final NetworkTraining training;
    private final TrainingOptions options;
    private final NetworkSpec spec;
    private final int shards;
    private final int rounds;

    private ShardTraining(NetworkTraining training, NetworkSpec spec, int rows) {
        this.training = training;
        this.options = training.options();
        this.spec = spec;
        this.shards = options.shards(rows);
        this.rounds = (rows - 1) / roundRows(options, rows) + 1;
    }

    /**
     * For a training.
     *
     * @param training whose options ask for shards
     * @param spec of the network
     * @param rows of the training data, all of them
     * @throws ConfigurationException if the options ask for what shards cannot do
     */
    public static ShardTraining of(NetworkTraining training, NetworkSpec spec, int rows) {
        requireAble(training.options());
        return new ShardTraining(training, spec, rows);
    }

    private static void requireAble(TrainingOptions options) {
        boolean watches = options.schedule().isPresent() && options.schedule().get() instanceof Schedules.Plateau;
        String unable = watches
                ? "schedule"
                : options.decaySchedule().isPresent()
                        ? "decaySchedule"
                        : options.dropoutSchedule().isPresent() ? "dropoutSchedule" : "";
        if (!unable.isEmpty()) {
            throw new ConfigurationException(
                    "training." + unable,
                    "is not followed by shards, which know nothing of each other between meetings; leave it out, or"
                            + " training.shards");
        }
    }

    /** How many shards there are. */
    public int shards() {
        return shards;
    }

    /** Rows of a round: as many blocks for each shard. */
    static int roundRows(TrainingOptions options, int rows) {
        int blocks = Blocks.of(rows);
        int shards = options.shards(rows);
        int each =
                (int) Math.max(1, (blocks + (long) shards * options.rounds() - 1) / ((long) shards * options.rounds()));
        return (int) Math.min(rows, (long) each * shards * Blocks.ROWS);
    }

    /** The options of the training that meets. */
    static TrainingOptions outerOptions(TrainingOptions options, int rows) {
        var outer = TrainingOptions.builder()
                .epochs(options.epochs())
                .seed(options.seed())
                .shuffle(options.shuffle())
                .order(options.order())
                .fitRows(options.fitRows())
                .shards(options.shards())
                .rounds(options.rounds())
                .calibrate(options.calibrate())
                .averageWeights(options.averageWeights())
                .averageLast(options.averageLast())
                .batchSize(roundRows(options, rows));
        options.earlyStopping().ifPresent(outer::earlyStopping);
        return outer.build();
    }

    /**
     * How many shards have rows in a round.
     *
     * @param batch of the training that meets
     */
    public int present(TrainingBatch batch) {
        return Math.min(shards, batch.blocks());
    }

    /** The rows of a shard in a round, by their numbers in the training data. */
    public int[] rows(TrainingBatch batch, int shard) {
        return IntStream.range(0, batch.rows())
                .filter(place -> place / Blocks.ROWS % shards == shard)
                .map(place -> batch.order().get((long) batch.first() + place))
                .toArray();
    }

    /**
     * Trains a shard for a round.
     *
     * @param step which round, counted from 1
     * @param shard which of the shards
     * @param rows those of the shard
     * @param share of all rows of the round
     * @param parameters of the network that all have in common; read only
     * @param change receives the shard's part of the gradient: its way from there, backwards, times its share
     * @return the losses of its rows on the way
     * @throws dev.nn4j.api.TrainingDivergedException if a loss or weight is not finite
     */
    public BatchLoss train(long step, int shard, DataSet rows, double share, float[] parameters, float[] change) {
        Span round = Flight.network("shard", shard + 1, epoch(step));
        NetworkResult result = of(step, shard).run(Network.of(spec, parameters), rows);
        round.ended();
        if (result.history().isEmpty()) {
            Cancellation.when(training.cancelled()).newWalk().longStep();
            throw new IllegalStateException("shard training: it stopped before its end, and nobody has cancelled it");
        }
        float[] reached = result.network().parameters();
        for (int i = 0; i < change.length; i++) {
            change[i] = (float) (share * ((double) parameters[i] - reached[i]));
        }
        EpochRecord record = result.history().get(0);
        return new BatchLoss(record.loss() * rows.rows() * rows.meanWeight(), (int)
                Math.round(record.accuracy().orElse(0) * rows.rows()));
    }

    private int epoch(long step) {
        return (int) ((step - 1) / rounds) + 1;
    }

    /** One epoch at the rate in the middle of the round. */
    private NetworkTraining of(long step, int shard) {
        long seed = RandomStream.of(options.seed(), RandomStream.Purpose.MEMBER, shard, step)
                .nextLong();
        int epoch = epoch(step);
        double way = (step - 0.5) / ((double) options.epochs() * rounds);
        // rates count as floats: this one moves nothing
        double rate =
                Math.max(Double.MIN_NORMAL, options.rate(training.learningRate(), epoch, way, PlateauState.initial()));
        var own = TrainingOptions.builder();
        options.values().forEach(own::set);
        TrainingOptions once = own.epochs(1)
                .shards(0)
                .order(TrainingOptions.AS_GIVEN)
                .warmUp(0)
                .calibrate(false)
                .averageWeights(0)
                .averageLast(0)
                .seed(seed)
                .build();
        return training.ofShard(rate, once);
    }

    /** Trains the shards of a data set beside each other, by the threads of the training. */
    Rounds over(DataSet data) {
        return new Rounds(data, training.execution());
    }

    /** Rounds in this process. */
    final class Rounds implements GradientSource, AutoCloseable {
        private final DataSet data;
        private final Workers workers;

        Rounds(DataSet data, Execution execution) {
            this.data = data;
            this.workers = new Workers(Math.min(shards, execution.threads()));
        }

        @Override
        public BatchLoss gradient(TrainingBatch batch, float[] parameters, float[] gradient) {
            int present = present(batch);
            GradientSum sum = new GradientSum(present);
            workers.run(
                    (worker, all) -> {
                        for (int shard = worker; shard < present; shard += all) {
                            add(batch, shard, parameters, sum);
                        }
                    },
                    present > 1);
            return sum.total(gradient);
        }

        private void add(TrainingBatch batch, int shard, float[] parameters, GradientSum sum) {
            DataSet rows = data.select(rows(batch, shard));
            float[] change = new float[spec.trainableCount()];
            double share = (double) rows.rows() / batch.rows();
            BatchLoss loss = train(batch.step(), shard, rows, share, parameters, change);
            synchronized (sum) {
                sum.add(shard, change, loss);
            }
        }

        @Override
        public void close() {
            workers.close();
        }
    }
}
