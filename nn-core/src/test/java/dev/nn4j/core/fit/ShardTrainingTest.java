// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Bits;
import dev.nn4j.core.sample.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ShardTrainingTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final NetworkSpec SPEC = Architectures.inputs(4)
            .dense(6, "relu")
            .dropout(0.1)
            .dense(1, "sigmoid")
            .spec();
    /** Five blocks, the last one short. */
    private static final DataSet DATA = Rows.binary(4 * 4096 + 321, 4, 1);

    private static final DataSet VALIDATION = Rows.binary(200, 4, 2);

    private static NetworkTraining training(int threads, UnaryOperator<TrainingOptionsBuilder> change) {
        TrainingOptions options = change.apply(TrainingOptions.builder()
                        .epochs(3)
                        .batchSize(64)
                        .seed(5)
                        .shards(3))
                .build();
        return NetworkTraining.of(REGISTRY.loss("binary-cross-entropy"), REGISTRY.optimizer("adam"), 0.01, options)
                .withExecution(new Execution(threads, KernelChoice.AUTO));
    }

    private static NetworkResult run(NetworkTraining training) {
        return training.run(Network.initialized(SPEC, 5), DATA, Optional.of(VALIDATION));
    }

    @Test
    void anyNumberOfThreadsGivesTheBitsOfTheShards() {
        NetworkResult alone = run(training(1, options -> options.rounds(2)));
        assertThat(Bits.hash(alone.network().parameters())).isEqualTo("5dcba9ef4cc65c3e2eb1d561f71bfd87");
        for (int threads : new int[] {2, 5}) {
            NetworkResult together = run(training(threads, options -> options.rounds(2)));
            assertThat(Bits.hash(together.network().parameters()))
                    .isEqualTo(Bits.hash(alone.network().parameters()));
            assertThat(together.history().get(2).loss())
                    .isEqualTo(alone.history().get(2).loss());
        }
        assertThat(Bits.hash(
                        run(training(1, options -> options.shards(2))).network().parameters()))
                .isNotEqualTo(Bits.hash(alone.network().parameters()));
    }

    @Test
    void shardsLearnTogether() {
        NetworkResult result = run(training(2, options -> options.epochs(6)));
        List<EpochRecord> history = result.history();
        assertThat(history.get(5).loss()).isLessThan(history.get(0).loss());
        assertThat(history.get(5).validationLoss().orElseThrow())
                .isLessThan(history.get(0).validationLoss().orElseThrow());
    }

    @Test
    void aStoppedTrainingGoesOnAsIfItHadNot() {
        NetworkTraining whole = training(
                2,
                options -> options.rounds(2)
                        .earlyStopping(EarlyStopping.builder().patience(9).build()));
        List<TrainingState> states = new ArrayList<>();
        run(whole.pausingAfter(2).withStateKeeping(new StateKeeping(1, states::add)));
        NetworkResult resumed = whole.resume(states.get(states.size() - 1), DATA, Optional.of(VALIDATION));
        assertThat(Bits.hash(resumed.network().parameters()))
                .isEqualTo(Bits.hash(run(whole).network().parameters()));
        assertThat(resumed.history()).hasSize(3);
    }

    @Test
    void ratesFollowTheScheduleInsideTheShards() {
        String constant =
                Bits.hash(run(training(2, options -> options)).network().parameters());
        String falling = Bits.hash(run(training(
                        2, options -> options.schedule(new Schedules.Cosine()).warmUp(0.2)))
                .network()
                .parameters());
        assertThat(falling).isNotEqualTo(constant);
        assertThatThrownBy(() -> run(training(1, options -> options.schedule(new Schedules.Plateau()))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("training.schedule")
                .hasMessageContaining("is not followed by shards");
    }

    @Test
    void thereAreNoMoreShardsThanWholeBlocks() {
        assertThat(training(1, options -> options.shards(64)).options().shards(4 * 4096 + 321))
                .isEqualTo(4);
        assertThat(training(1, options -> options.shards(64)).options().shards(100))
                .isEqualTo(1);
        DataSet few = Rows.binary(100, 4, 1);
        NetworkResult result = training(1, options -> options.shards(64)).run(Network.initialized(SPEC, 5), few);
        assertThat(result.history()).hasSize(3);
    }
}
