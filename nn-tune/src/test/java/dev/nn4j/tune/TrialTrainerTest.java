// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.config.Configuration;
import dev.nn4j.core.Network;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.MemberTrainer;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.Csv;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Trials that are trained elsewhere: the search comes to the same, to the bit. */
class TrialTrainerTest {
    private static final Configuration CONFIGURATION = Configuration.parse("""
            { "data": { "target": "t" }, "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ { "outputDim": 4, "activation": "tanh" }, { "outputDim": 1, "activation": "sigmoid" } ] },
              "optimizer": { "type": "adam", "learningRate": 0.001 },
              "training": { "epochs": 15, "batchSize": 16, "seed": 3, "schedule": "coslog",
                            "earlyStopping": { "patience": 5 } },
              "ensemble": { "kind": "folds", "members": 3 } }
            """);
    private static final SearchSpace SPACE = SearchSpace.none().logBetween("optimizer.learningRate", 0.0005, 1e38);
    private static final Execution ONE = new Execution(1, KernelChoice.AUTO);

    private static Table data() {
        StringBuilder csv = new StringBuilder("x,y,t\n");
        for (int row = 0; row < 120; row++) {
            int x = row * 37 % 100;
            int y = row * 61 % 100;
            csv.append(x).append(',').append(y).append(',').append((x > 50) == (y > 40) ? "yes\n" : "no\n");
        }
        return Csv.parse(csv.toString(), column -> column.equals("t") ? CellType.TEXT : CellType.NUMBER);
    }

    private static Tuning tuning(UnaryOperator<Tuning> change) {
        return change.apply(Tuning.of(CONFIGURATION).withSpace(SPACE).withTrials(9))
                .withExecution(ONE);
    }

    /** Knows the search and its rows, and nothing of what came before a call. */
    private record Elsewhere(UnaryOperator<Tuning> change, AtomicInteger trials, AtomicInteger members)
            implements TrialTrainer {
        @Override
        public int atOnce() {
            return 2;
        }

        @Override
        public Optional<Checkpoint> train(TrialCall call) {
            trials.incrementAndGet();
            return tuning(change).train(call, data());
        }

        @Override
        public Optional<MemberTrainer> members(Experiment experiment) {
            return Optional.of(new MemberTrainer() {
                @Override
                public int atOnce() {
                    return 2;
                }

                @Override
                public Optional<Checkpoint> train(int member, int epochs, Optional<Checkpoint> from) {
                    members.incrementAndGet();
                    return Training.of(experiment).withExecution(ONE).trainMember(data(), member, epochs);
                }
            });
        }
    }

    private static List<float[]> parameters(TuningResult result) {
        return result.model().orElseThrow().networks().stream()
                .map(Network::parameters)
                .toList();
    }

    private static void assertSame(UnaryOperator<Tuning> change) {
        TuningResult here = tuning(change).run(data());
        Elsewhere elsewhere = new Elsewhere(change, new AtomicInteger(), new AtomicInteger());
        TuningResult there = tuning(change).withTrainer(elsewhere).run(data());
        assertThat(there.table()).isEqualTo(here.table());
        assertThat(there.heldOut()).hasToString(here.heldOut().toString());
        assertThat(parameters(there)).usingRecursiveComparison().isEqualTo(parameters(here));
        assertThat(elsewhere.trials()).hasValueGreaterThan(9);
        assertThat(elsewhere.members()).hasValue(3);
    }

    @Test
    void trialsThatPauseAndDivergeAndMembersOfWhatIsChosenAre() {
        assertSame(tuning -> tuning);
    }

    @Test
    void trialsThatFoldsJudgeAre() {
        assertSame(tuning -> tuning.withFolds(2));
    }
}
