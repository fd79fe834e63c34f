// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.training;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.Draw;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Small trainings that are stopped and gone on with. */
public final class Trainings {
    /** The built-in components and a third party's optimizer. */
    public static final ComponentRegistry REGISTRY = ComponentRegistry.builder()
            .addProviders(ComponentRegistry.class.getClassLoader())
            .add(ComponentKind.OPTIMIZER, new Grudge())
            .build();

    static final Execution ONE_THREAD = new Execution(1, KernelChoice.AUTO);

    private Trainings() {}

    /** One whose checkpoints have everything that a state can have. */
    static Experiment everyRespect() {
        return experiment()
                .optimizer("nadam", 0.01)
                .training(options -> options.validationFraction(0.3)
                        .clipNorm(2)
                        .classWeights(ClassWeights.given(Map.of("yes", 2.0, "no", 0.5)))
                        .schedule(new Schedules.Plateau("loss", 0.5, 1, 0, 0))
                        .earlyStopping(EarlyStopping.builder().patience(7).build()))
                .build();
    }

    /** The trainings of the golden checkpoints. */
    public static Map<String, Experiment> golden() {
        return Map.of(
                "checkpoint",
                everyRespect(),
                "checkpoint-normalized",
                normalised()
                        .optimizer(REGISTRY.find(ComponentKind.OPTIMIZER, "momentum", Map.of("nesterov", true)), 0.02)
                        .training(options -> options.clipValue(0.5)
                                .classWeights(ClassWeights.balanced())
                                .schedule(new Schedules.Cosine(1e-4)))
                        .build(),
                "checkpoint-quantiles",
                Experiment.builder(REGISTRY)
                        .target("y")
                        .ignore("id", "kind")
                        .targetScaling(Scaling.STANDARD)
                        .dense(4, "tanh")
                        .dense(2, "identity")
                        .loss(REGISTRY.find(ComponentKind.LOSS, "quantiles", Map.of("levels", List.of(0.1, 0.9))))
                        .optimizer("adam", 0.05)
                        .training(options -> options.epochs(10)
                                .batchSize(8)
                                .seed(3)
                                .conformal("quantiles")
                                .validationFraction(0.3))
                        .build(),
                "checkpoint-member",
                experiment()
                        .ensemble(Ensemble.ofPack(
                                3,
                                List.of(
                                        Draw.logBetween("optimizer.learningRate", 0.02, 0.1),
                                        Draw.among("network.layers[0].outputDim", List.of(4, 8)),
                                        Draw.between("network.layers[*].rate", 0, 0.4))))
                        .training(options -> options.validationFraction(0.3)
                                .earlyStopping(
                                        EarlyStopping.builder().patience(7).build()))
                        .build(),
                "checkpoint-plugin",
                experiment()
                        .optimizer(Grudge.NAME, 0.02)
                        .training(options -> options.batchSize(TrainingOptions.FULL_BATCH)
                                .shuffle(false)
                                .schedule(new Schedules.WarmUp(3, 0.25)))
                        .build());
    }

    /** Two labels by two numbers, with dropout, shuffling and a penalty; ten epochs. */
    static ExperimentBuilder experiment() {
        return described().dense(6, "tanh").dropout(0.2).dense(1, "sigmoid");
    }

    /** The same with normalisation layers, whose running statistics no optimizer moves. */
    static ExperimentBuilder normalised() {
        return described()
                .dense(6, "tanh")
                .batchNormalization()
                .dropout(0.2)
                .dense(5, "silu")
                .layerNormalization()
                .dense(4, "tanh")
                .batchNormalization()
                .dense(1, "sigmoid");
    }

    /** The same without layers. */
    public static ExperimentBuilder described() {
        return Experiment.builder(REGISTRY)
                .target("kind")
                .ignore("id")
                .scaling(Scaling.STANDARD)
                .optimizer("adam", 0.05)
                .training(options -> options.epochs(10).batchSize(8).seed(3).l2(1e-3));
    }

    /** A dense layer that begins with the data. */
    public static LayerSpec dataDriven(int units, String activation) {
        return new DenseSpec(0, units, REGISTRY.activation(activation), REGISTRY.initializer("data-driven"), true);
    }

    /** Fifty rows, drawn with a seed. */
    public static Table table(Experiment experiment, int seed) {
        return table(experiment, seed, Trainings::text);
    }

    private static Table table(Experiment experiment, int seed, Function<Float, String> textOfX) {
        List<String> header = List.of("id", "x", "y", "kind");
        TableBuilder table = Table.builder(
                "data.csv", header, header.stream().map(experiment::cellType).toList());
        RandomStream random = RandomStream.of(seed, RandomStream.Purpose.SPLIT, 9, 9);
        for (int row = 0; row < 50; row++) {
            float x = random.nextFloat();
            float y = random.nextFloat();
            table.addRow(row + 2L, List.of("r" + row, textOfX.apply(x), text(y), x + y * y > 0.8 ? "yes" : "no"));
        }
        return table.build();
    }

    /** The same, x being 0 or 1. */
    static Table rounded(Experiment experiment, int seed) {
        return table(experiment, seed, x -> x < 0.4 ? "0" : "1");
    }

    private static String text(float value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    /** The checkpoint of the fourth epoch, of a training that is stopped in the fifth; of an ensemble, its second member's. */
    public static Checkpoint stopped(Experiment experiment, Table table) {
        return experiment.ensemble().isPresent() ? stoppedMember(experiment, table) : stoppedAlone(experiment, table);
    }

    private static Checkpoint stoppedMember(Experiment experiment, Table table) {
        List<Checkpoint> kept = new ArrayList<>();
        try {
            Training.of(experiment)
                    .withExecution(ONE_THREAD)
                    .withCheckpoints(1, checkpoint -> {
                        if (checkpoint.member() == 2) {
                            kept.add(checkpoint);
                        }
                    })
                    .withCancellation(() ->
                            !kept.isEmpty() && kept.get(kept.size() - 1).state().epochs() == 4)
                    .run(table);
        } catch (CancellationException e) {
            return kept.get(kept.size() - 1);
        }
        throw new AssertionError("not stopped");
    }

    private static Checkpoint stoppedAlone(Experiment experiment, Table table) {
        List<Checkpoint> kept = new ArrayList<>();
        int[] epochs = {0};
        TrainingResult outcome = Training.of(experiment)
                .withExecution(ONE_THREAD)
                .withCheckpoints(3, kept::add)
                .withListener(new TrainingListener() {
                    @Override
                    public void epochEnded(EpochRecord epoch) {
                        epochs[0] = epoch.epoch();
                    }
                })
                .withCancellation(() -> epochs[0] == 4)
                .run(table);
        if (outcome.history().size() != 4 || kept.size() != 2) {
            throw new AssertionError("stopped after " + outcome.history() + " with " + kept.size() + " checkpoints");
        }
        return kept.get(1);
    }
}
