// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.fit.ShardTraining;
import dev.nn4j.core.gradient.BatchLoss;
import dev.nn4j.core.gradient.BlockGradient;
import dev.nn4j.core.gradient.GradientSource;
import dev.nn4j.core.gradient.GradientSum;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A training of which but the first rows are here gives the bits of one that has them all. */
class DistantRowsTest {
    private static final int COUNT = 5 * 4096 + 77;
    private static final int FIRST = 600;

    private static Experiment experiment(UnaryOperator<TrainingOptionsBuilder> change) {
        return Experiment.builder()
                .target("y")
                .scaling(Scaling.STANDARD)
                .dense(5, "tanh")
                .dense(1, "sigmoid")
                .optimizer("adam", 0.01)
                .training(options ->
                        change.apply(options.epochs(2).seed(9).order("content").fitRows(FIRST)))
                .build();
    }

    private static Table table(Experiment experiment) {
        var table =
                Table.builder("rows", List.of("x", "y"), List.of(experiment.cellType("x"), experiment.cellType("y")));
        Random random = new Random(8);
        for (int i = 0; i < COUNT; i++) {
            double x = random.nextGaussian();
            table.addValues(x, x > 0.3 ? "yes" : "no");
        }
        return table.build();
    }

    /** Rows that lie in another table, whose blocks two others share. */
    private record Elsewhere(Table all) implements Training.DistantRows {
        @Override
        public String sha256() {
            return all.sha256();
        }

        private DataSet data(Model prepared) {
            return DataSet.of(all, prepared.schema(), prepared.inputScaler(), prepared.targetScaler());
        }

        @Override
        public DataSet encoded(Model prepared) {
            DataSet data = data(prepared);
            return DataSet.elsewhere(
                    data.rows(), data.select(IntStream.range(0, FIRST).toArray()));
        }

        @Override
        public GradientSource gradients(NetworkTraining training, NetworkSpec spec) {
            throw new IllegalStateException("asked in the test");
        }
    }

    private static String bits(TrainingResult result) {
        return Bits.hash(result.model().network().parameters())
                + result.history().get(1).loss();
    }

    private static void assertSame(Experiment experiment, boolean shards) {
        Table table = table(experiment);
        Table ordered = Training.of(experiment).run(table).training();
        Elsewhere rows = new Elsewhere(ordered);
        DataSet[] data = new DataSet[1];
        Training.DistantRows distant = new Training.DistantRows() {
            @Override
            public String sha256() {
                return rows.sha256();
            }

            @Override
            public DataSet encoded(Model prepared) {
                data[0] = rows.data(prepared);
                return rows.encoded(prepared);
            }

            @Override
            public GradientSource gradients(NetworkTraining training, NetworkSpec spec) {
                return shards ? byShards(training, spec, data[0]) : byBlocks(training, spec, data[0]);
            }
        };
        TrainingResult far = Training.of(experiment)
                .withDistantRows(distant)
                .run(ordered.select(IntStream.range(0, FIRST).toArray()));
        assertThat(bits(far)).isEqualTo(bits(Training.of(experiment).run(table)));
    }

    private static GradientSource byBlocks(NetworkTraining training, NetworkSpec spec, DataSet data) {
        return (batch, parameters, gradient) -> {
            GradientSum whole = new GradientSum(batch.blocks());
            for (int half = 0; half < 2; half++) {
                GradientSum own = new GradientSum(batch.blocks());
                BlockGradient blocks = BlockGradient.of(
                        spec, training.loss(), training.options(), new Execution(1, KernelChoice.AUTO));
                for (int block = half; block < batch.blocks(); block += 2) {
                    float[] some = new float[gradient.length];
                    own.add(block, some, blocks.compute(data, batch.block(block), parameters, some));
                }
                own.parts().forEach(whole::add);
                blocks.close();
            }
            return whole.total(gradient);
        };
    }

    private static GradientSource byShards(NetworkTraining training, NetworkSpec spec, DataSet data) {
        ShardTraining shards = ShardTraining.of(training, spec, data.rows());
        return (batch, parameters, gradient) -> {
            GradientSum sum = new GradientSum(shards.present(batch));
            for (int shard = shards.present(batch) - 1; shard >= 0; shard--) {
                DataSet own = data.select(shards.rows(batch, shard));
                float[] change = new float[gradient.length];
                BatchLoss loss =
                        shards.train(batch.step(), shard, own, (double) own.rows() / batch.rows(), parameters, change);
                sum.add(shard, change, loss);
            }
            return sum.total(gradient);
        };
    }

    @Test
    void blocksOfBatches() {
        assertSame(experiment(options -> options.batchSize(2 * 4096)), false);
    }

    @Test
    void shards() {
        assertSame(experiment(options -> options.batchSize(64).shards(3).rounds(2)), true);
    }

    @Test
    void whatLooksAtAllRowsIsRefused() {
        Experiment refit = experiment(options -> options.validationFraction(0.1));
        assertThatThrownBy(() -> Training.of(refit)
                        .withDistantRows(new Elsewhere(table(refit)))
                        .run(table(refit)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("give the rows to validate on");
    }

    @Test
    void partsOfSumsAreAlignedRuns() {
        List<float[]> values = new ArrayList<>();
        GradientSum sum = new GradientSum(5);
        for (int block : new int[] {4, 1, 0, 2}) {
            values.add(new float[] {block});
            sum.add(block, new float[] {block}, new BatchLoss(block, 0));
        }
        assertThat(sum.parts()).extracting(GradientSum.Part::first).containsExactly(0, 2, 4);
        assertThat(sum.parts()).extracting(GradientSum.Part::blocks).containsExactly(2, 1, 1);
        GradientSum other = new GradientSum(5);
        other.add(3, new float[] {3}, new BatchLoss(3, 0));
        sum.parts().forEach(other::add);
        float[] total = new float[1];
        assertThat(other.total(total).sum()).isEqualTo(10);
        assertThat(total).containsExactly(10);
        assertThatThrownBy(() -> other.add(new GradientSum.Part(1, 2, new float[1], new BatchLoss(0, 0))))
                .hasMessageContaining("there is no aligned run of 2 blocks from block 1");
    }
}
