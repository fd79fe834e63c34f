// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.io.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuningTest {
    private static final Configuration CONFIGURATION = Configuration.parse("""
            { "data": { "target": "t" }, "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ { "outputDim": 4, "activation": "tanh" }, { "outputDim": 1, "activation": "sigmoid" } ] },
              "optimizer": { "type": "adam", "learningRate": 0.001 },
              "training": { "epochs": 15, "batchSize": 16, "seed": 3, "validationFraction": 0.25, "refit": true,
                            "schedule": "coslog", "earlyStopping": { "patience": 15 } } }
            """);
    private static final SearchSpace SPACE = SearchSpace.none()
            .logBetween("optimizer.learningRate", 0.0005, 0.1)
            .among("network.layers[*].outputDim", List.of(2, 4, 8));
    private static final Table DATA = data(160);

    private static Table data(int rows) {
        StringBuilder csv = new StringBuilder("x,y,t\n");
        for (int row = 0; row < rows; row++) {
            int x = row * 37 % 100;
            int y = row * 61 % 100;
            csv.append(x).append(',').append(y).append(',').append((x > 50) == (y > 40) ? "yes\n" : "no\n");
        }
        return Csv.parse(csv.toString(), column -> column.equals("t") ? CellType.TEXT : CellType.NUMBER);
    }

    private static Tuning tuning() {
        return Tuning.of(CONFIGURATION)
                .withSpace(SPACE)
                .withTrials(12)
                .withExecution(new Execution(2, KernelChoice.AUTO));
    }

    private static float[] weights(TuningResult result) {
        return result.model().orElseThrow().networks().stream()
                .map(network -> network.parameters())
                .reduce(new float[0], TuningTest::joined);
    }

    private static float[] joined(float[] one, float[] other) {
        float[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void theSameTrialsScoresAndWeightsComeOfAnyThreadsAndKernels() {
        TuningResult one =
                tuning().withExecution(new Execution(1, KernelChoice.SCALAR)).run(DATA);
        for (int threads = 2; threads <= 3; threads++) {
            TuningResult more = tuning().withExecution(new Execution(threads, KernelChoice.AUTO))
                    .run(DATA);
            assertThat(more.table()).isEqualTo(one.table());
            assertThat(weights(more)).isEqualTo(weights(one));
        }
        assertThat(one.best().score().orElseThrow())
                .isLessThan(one.own().orElseThrow().score().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9, 11, 15})
    void aSearchThatGoesOnFromAnyLineOfItsTableComesToTheSame(int lines) {
        TuningResult whole = tuning().run(DATA);
        int known = Math.min(lines, whole.table().records().size());
        TrialTable part =
                new TrialTable(whole.table().settings(), whole.table().records().subList(0, known));
        TuningResult again = tuning().withKnown(part).run(DATA);
        assertThat(again.table()).isEqualTo(whole.table());
        assertThat(weights(again)).isEqualTo(weights(whole));
        assertThat(again.heldOut()).hasToString(whole.heldOut().toString());
    }

    @Test
    void aTableOfAnotherSearchIsRefused() {
        TrialTable table = tuning().withoutModel().run(DATA).table();
        assertThatThrownBy(() -> tuning().withSeed(4).withKnown(table).run(DATA))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("trial 1, rung 1: has the settings")
                .hasMessageContaining("the table is of another search");
        TrialTable begun = new TrialTable(table.settings(), table.records().subList(0, 6));
        assertThatThrownBy(() -> tuning().withKnown(begun).run(data(150)))
                .hasMessageContaining("has score")
                .hasMessageContaining("name another table");
        assertThatThrownBy(() -> tuning().withTrials(3).withKnown(table).run(DATA))
                .hasMessageContaining("the table is of another search");
    }

    @Test
    void aWholeTableOfAnotherKindOfScoreOrOfOtherDataIsRefusedAlsoWhereNoRowsAreHeldOut() {
        Tuning tuning = tuning().withTrials(3).withoutModel();
        TrialTable table = tuning.run(DATA).table();
        assertThatThrownBy(() -> tuning.withFolds(2).withKnown(table).run(DATA))
                .hasMessageContaining("the table is of another search")
                .hasMessageNotContaining("Optional");
        TrialTable ofAll = tuning.withHeldOut(0).run(DATA).table();
        assertThatThrownBy(() -> tuning.withHeldOut(0).withKnown(ofAll).run(data(150)))
                .hasMessageContaining("the table is of another search")
                .hasMessageNotContaining("Optional");
    }

    @Test
    void trialNoughtIsTheConfigurationItselfAndNeverLeaves() {
        TuningResult found = tuning().run(DATA);
        TrialRecord own = found.own().orElseThrow();
        assertThat(own.settings()).containsExactly("0.001", "4");
        assertThat(own.epochs()).isEqualTo(15);
        assertThat(found.table().records().stream().filter(record -> record.trial() == 0))
                .hasSize(4);
        assertThat(found.score()).isEqualTo(Monitor.VALIDATION_LOSS);
    }

    @Test
    void whatIsChosenIsTrainedOnAllRowsAsTheConfigurationSays() {
        TuningResult found = tuning().run(DATA);
        assertThat(found.configuration().canonical())
                .contains(
                        "\"refit\":true",
                        "\"learningRate\":" + found.best().settings().get(0));
        float[] alone = Training.of(found.configuration().experiment(ComponentRegistry.standard()))
                .run(DATA)
                .model()
                .network()
                .parameters();
        assertThat(weights(found)).isEqualTo(alone);
        assertThat(found.model().orElseThrow().provenance().extra().get("tuning"))
                .startsWith("trial " + found.best().trial() + " of 12, val_loss of the best ");
    }

    @Test
    void rowsAreHeldOutThatNoTrialSees() {
        List<Integer> rows = new ArrayList<>();
        TuningResult found = tuning().withListener(new TuningListener() {
                    @Override
                    public void started(Table searched, int heldOut, Monitor score, List<String> settings) {
                        rows.addAll(List.of(searched.rows(), heldOut));
                    }
                })
                .run(DATA);
        assertThat(rows).containsExactly(128, 32);
        assertThat(found.heldOut().orElseThrow().rows()).isEqualTo(32);
        assertThat(found.heldOutOfOwn().orElseThrow().rows()).isEqualTo(32);
        assertThat(tuning().withHeldOut(0).withoutModel().run(DATA).heldOut()).isEmpty();
    }

    @Test
    void anEnsembleIsOfTrialsThatAnswerBestTogether() {
        TuningResult found = tuning().withTrials(32).withEnsemble().run(DATA);
        assertThat(found.members()).isSorted().hasSizeGreaterThan(1);
        assertThat(found.model().orElseThrow().members())
                .isEqualTo(found.members().size());
        TrialTable part =
                new TrialTable(found.table().settings(), found.table().records().subList(0, 20));
        TuningResult again =
                tuning().withTrials(32).withEnsemble().withKnown(part).run(DATA);
        assertThat(again.members()).isEqualTo(found.members());
        assertThat(weights(again)).isEqualTo(weights(found));
    }

    @Test
    void anEnsembleSeesColumnsThroughOnePreprocessing() {
        SearchSpace scaled = SearchSpace.none().among("preprocessing.scaling", List.of("standard", "min-max"));
        assertThatThrownBy(() -> tuning().withSpace(scaled).withEnsemble().run(DATA))
                .hasMessageContaining("preprocessing.scaling: must be the same for all networks of an ensemble");
        assertThat(tuning().withSpace(scaled).withTrials(3).run(DATA).best().score())
                .isPresent();
        assertThatThrownBy(() -> tuning().withFolds(3).withEnsemble()).hasMessageContaining("ensemble: ");
    }

    @Test
    void foldsJudgeATrialByTheirMean() {
        TuningResult found = tuning().withFolds(3).withTrials(4).run(DATA);
        assertThat(found.best().score()).isPresent();
        assertThat(found.heldOut().orElseThrow().rows()).isEqualTo(32);
        TrialTable part =
                new TrialTable(found.table().settings(), found.table().records().subList(0, 5));
        assertThat(tuning().withFolds(3).withTrials(4).withKnown(part).run(DATA).table())
                .isEqualTo(found.table());
    }

    @Test
    void coursesThatAreRunThroughFasterComeToTheSameAsWell() {
        Configuration cycle = CONFIGURATION.with(
                List.of(Setting.parse("training.schedule=one-cycle"), Setting.parse("training.epochs=16")));
        Tuning tuning = Tuning.of(cycle).withSpace(SPACE).withTrials(9);
        TuningResult whole = tuning.run(DATA);
        assertThat(whole.best().epochs()).isEqualTo(16);
        TrialTable part =
                new TrialTable(whole.table().settings(), whole.table().records().subList(0, 7));
        TuningResult again = tuning.withKnown(part).run(DATA);
        assertThat(again.table()).isEqualTo(whole.table());
        assertThat(weights(again)).isEqualTo(weights(whole));
    }

    @Test
    void eachFoldOfACrossValidationMaySearchForItself() {
        Experiment experiment = CONFIGURATION.experiment(ComponentRegistry.standard());
        Tuning search = tuning().withTrials(5);
        assertThat(search.inFolds().experiment(experiment, DATA, () -> false))
                .isEqualTo(search.withHeldOut(0)
                        .withoutModel()
                        .run(DATA)
                        .configuration()
                        .experiment(ComponentRegistry.standard()))
                .isNotEqualTo(experiment);
        assertThat(new CrossValidation(experiment, new Execution(2, KernelChoice.AUTO))
                        .withChoice(search.inFolds())
                        .folds(DATA, 2))
                .hasSize(2);
    }

    @Test
    void aTrialThatDivergesIsWorseThanAllAndEndsNothing() {
        Configuration plain = CONFIGURATION.with(List.of(
                Setting.parse("network.layers[0].activation=identity"),
                Setting.parse("optimizer={\"type\":\"gradient-descent\",\"learningRate\":0.1}")));
        TuningResult found = Tuning.of(plain)
                .withSpace(SearchSpace.none().among("optimizer.learningRate", List.of(0.05, 1e38)))
                .withTrials(6)
                .run(DATA);
        assertThat(found.table().records()).anyMatch(record -> record.score().isEmpty());
        assertThat(found.best().score()).isPresent();
    }

    @Test
    void itStopsWhenAskedTo() {
        AtomicInteger reached = new AtomicInteger();
        Tuning stopped = tuning().withListener(new TuningListener() {
                    @Override
                    public void reached(TrialRecord record) {
                        reached.incrementAndGet();
                    }
                })
                .withCancellation(() -> reached.get() >= 3);
        assertThatThrownBy(() -> stopped.run(DATA)).isInstanceOf(CancellationException.class);
        assertThat(reached).hasValue(3);
    }

    @Test
    void anEnsembleOfFoldsIsSearchedByOneNetworkAndTrainedWhole() {
        Configuration folds = CONFIGURATION.with(List.of(
                Setting.parse("training.refit=false"),
                Setting.parse("training.validationFraction=0"),
                Setting.parse("ensemble={\"kind\":\"folds\",\"members\":3}")));
        TuningResult found = Tuning.of(folds).withSpace(SPACE).withTrials(3).run(DATA);
        assertThat(found.model().orElseThrow().members()).isEqualTo(3);
        assertThatThrownBy(
                        () -> Tuning.of(folds).withSpace(SPACE).withEnsemble().run(DATA))
                .hasMessageContaining("ensemble: each trial would be one of its own already");
    }

    @Test
    void aConfigurationNeedNotSayItsOptimizer() {
        Configuration brief = Configuration.parse("""
                { "data": { "target": "t" }, "network": { "layers": [ { "outputDim": 1, "activation": "sigmoid" } ] },
                  "training": { "epochs": 2 } }
                """);
        TuningResult found = Tuning.of(brief).withTrials(2).run(DATA);
        assertThat(found.table().settings()).startsWith("optimizer.learningRate");
        assertThat(found.best().score()).isPresent();
    }

    @Test
    void howFarItGoesHasBounds() {
        assertThatThrownBy(() -> tuning().withTrials(0)).hasMessage("trials: must be in [1, 10000], got 0");
        assertThatThrownBy(() -> tuning().withFolds(1)).hasMessage("folds: must be at least 2, got 1");
        assertThatThrownBy(() -> tuning().withHeldOut(1)).hasMessageContaining("must be in [0, 1), got 1.0");
    }

    /** Trials go on from rung to rung, so that the epochs of each are one curve, which is as long as its last line says. */
    @Test
    void everyTrainingIsWatchedAndNoBitIsAnother() {
        Map<Integer, List<Integer>> epochs = new ConcurrentHashMap<>();
        Map<Integer, Integer> wanted = new HashMap<>();
        List<Integer> refit = new ArrayList<>();
        TuningListener watch = new TuningListener() {
            @Override
            public TrainingListener training(TrialStart start) {
                assertThat(start.rung()).isOne();
                assertThat(start.fold()).isZero();
                return noting(epochs.computeIfAbsent(start.trial(), trial -> new ArrayList<>()));
            }

            @Override
            public void reached(TrialRecord record) {
                wanted.put(record.trial(), record.epochs());
            }

            @Override
            public TrainingListener refit(int trial, int member) {
                return noting(refit);
            }
        };
        TuningResult found =
                tuning().withListener(watch.and(new TuningListener() {})).run(DATA);
        assertThat(epochs)
                .hasSize(12)
                .allSatisfy((trial, done) -> assertThat(done)
                        .as("trial " + trial)
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, wanted.get(trial))
                                .boxed()
                                .toList()));
        assertThat(refit).isNotEmpty();
        assertThat(weights(found)).isEqualTo(weights(tuning().run(DATA)));
    }

    private static TrainingListener noting(List<Integer> epochs) {
        return new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                epochs.add(epoch.epoch());
            }
        };
    }

    /** With a schedule that comes down at its end alone, each rung trains anew; with folds each has a curve. */
    @Test
    void trainingsAreToldApart() {
        Set<String> names = ConcurrentHashMap.newKeySet();
        tuning().withTrials(9)
                .withFolds(2)
                .withoutModel()
                .withSpace(SPACE.among("training.schedule", List.of("coslog", "flat-cosine")))
                .withListener(new TuningListener() {
                    @Override
                    public TrainingListener training(TrialStart start) {
                        names.add(start.trial() + " " + start.rung() + " " + start.fold() + " "
                                + start.settings().size());
                        return TrainingListener.none();
                    }
                })
                .run(DATA);
        assertThat(names).contains("0 1 1 3", "0 1 2 3", "0 2 1 3", "0 3 2 3").doesNotContain("0 1 0 3");
    }
}
