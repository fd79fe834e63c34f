// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.kernels;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.MemberResult;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.Csv;
import dev.nn4j.io.TableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A program that trains one table on every number of threads, with every kernel, in memory and streamed, and prints for each
 * batch size what came of it with a digest of all its numbers.
 */
final class OneResultProgram {
    static final List<Integer> THREADS = List.of(1, 2, 3, 8);
    static final List<KernelChoice> KERNELS = List.of(KernelChoice.SCALAR, KernelChoice.VECTOR);

    /** The second is more than a block, of which the training rows fill two and a part, the validation rows one and a part. */
    private static final List<Integer> BATCH_SIZES = List.of(32, 5000, TrainingOptions.FULL_BATCH);

    private static final List<Integer> THREADS_OF_ENSEMBLES = List.of(1, 2, 3);
    private static final int BATCH_OF_ENSEMBLES = 1000;

    /** Metrics that there were not when the digests were taken; what a metric is, others hold. */
    private static final Set<String> LATER_METRICS =
            Set.of("f1", "balancedAccuracy", "matthewsCorrelation", "cohenKappa", "averagePrecision");

    private static final int ROWS = 14_000;
    private static final long LCG_FACTOR = 6364136223846793005L;

    private OneResultProgram() {}

    /** Takes the folder in which files may be made. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path csv = Files.writeString(folder.resolve("data.csv"), csv());
        Experiment columns = experiment(32);
        Table memory = Csv.read(csv, columns::cellType);
        Table stored = TableFile.convert(csv, columns::cellType, folder.resolve("data.table"));
        printEnsembles(List.of(memory, stored));
        for (int batchSize : BATCH_SIZES) {
            for (Table table : List.of(memory, stored)) {
                for (KernelChoice kernels : KERNELS) {
                    for (int threads : THREADS) {
                        System.out.println("batches of " + batchSize + ": "
                                + result(experiment(batchSize), table, new Execution(threads, kernels)) + " ("
                                + (table.isInMemory() ? "in memory" : "streamed") + ", " + kernels + ", " + threads
                                + " threads)");
                    }
                }
            }
        }
    }

    /** Members run beside each other; of a pack some leave, and some are chosen. */
    private static void printEnsembles(List<Table> tables) {
        for (Ensemble.Kind kind : Ensemble.Kind.values()) {
            Experiment experiment = ensemble(kind);
            for (Table table : tables) {
                for (KernelChoice kernels : KERNELS) {
                    for (int threads : THREADS_OF_ENSEMBLES) {
                        TrainingResult outcome = Training.of(experiment)
                                .withExecution(new Execution(threads, kernels))
                                .run(table);
                        MessageDigest digest = sha256();
                        outcome.model().networks().forEach(network -> add(digest, network.parameters()));
                        add(digest, Evaluator.of(outcome.model()).answers(outcome.training()));
                        System.out.println("ensemble of " + kind.word() + ": members "
                                + outcome.members().stream()
                                        .map(MemberResult::number)
                                        .toList()
                                + ", "
                                + HexFormat.of().formatHex(digest.digest()).substring(0, 32) + " ("
                                + (table.isInMemory() ? "in memory" : "streamed") + ", " + kernels + ", " + threads
                                + " threads)");
                    }
                }
            }
        }
    }

    private static Experiment ensemble(Ensemble.Kind kind) {
        Experiment alone = experiment(BATCH_OF_ENSEMBLES);
        return alone.withOptions(alone.options().toBuilder()
                        .epochs(4)
                        .validationFraction(kind == Ensemble.Kind.FOLDS ? 0 : 0.3)
                        .build())
                .withEnsemble(new Ensemble(kind, kind == Ensemble.Kind.PACK ? 5 : 3));
    }

    private static Experiment experiment(int batchSize) {
        return Experiment.builder(ComponentRegistry.standard())
                .target("kind")
                .weight("w")
                .column(
                        "gap",
                        ColumnPlan.number().withMissing(MissingPolicy.MEAN).withIndicator())
                .column("place", ColumnPlan.of(new FoundCategories(5, Unseen.RARE)))
                .scaling(Scaling.STANDARD)
                .dense(17, "gelu")
                .batchNormalization()
                .dropout(0.2)
                .dense(9, "tanh")
                .dense(3, "softmax")
                .loss("categorical-cross-entropy")
                .optimizer("adam", batchSize == 32 ? 0.01 : 0.05)
                .training(options -> options.epochs(batchSize == TrainingOptions.FULL_BATCH ? 4 : 12)
                        .batchSize(batchSize)
                        .seed(20261129)
                        .validationFraction(0.3)
                        .l2(1e-4)
                        .classWeights(ClassWeights.balanced())
                        .schedule(new Schedules.Plateau("val_loss", 0.5, 0, 0.03, 0))
                        .earlyStopping(EarlyStopping.builder()
                                .patience(2)
                                .minDelta(0.03)
                                .build()))
                .build();
    }

    /** Two numbers that tell three classes of unlike size apart, but for noise; one with gaps, a category and weights. */
    private static String csv() {
        StringBuilder csv = new StringBuilder("a,b,gap,place,w,kind\n");
        long[] state = {20261129};
        for (int row = 0; row < ROWS; row++) {
            int a = draw(state);
            int b = draw(state);
            int noise = draw(state) / 4;
            String kind = a + b + noise > 2600 ? "high" : a - b + noise < -1000 ? "low" : "middle";
            csv.append(a / 1000.0).append(',').append(b / 500.0).append(',');
            csv.append(row % 11 == 0 ? "" : draw(state) / 7.0).append(',');
            csv.append("pqrs".charAt(draw(state) % 4)).append(',');
            csv.append(1 + row % 3).append(',').append(kind).append('\n');
        }
        return csv.toString();
    }

    /** From 0 to 2047. */
    private static int draw(long[] state) {
        state[0] = state[0] * LCG_FACTOR + 1;
        return (int) (state[0] >>> 53);
    }

    private static String result(Experiment experiment, Table table, Execution execution) {
        TrainingResult outcome =
                Training.of(experiment).withExecution(execution).run(table);
        MessageDigest digest = sha256();
        for (EpochRecord epoch : outcome.history()) {
            add(digest, epoch.loss(), epoch.accuracy().orElseThrow());
            add(
                    digest,
                    epoch.validationLoss().orElseThrow(),
                    epoch.validationAccuracy().orElseThrow());
            add(digest, epoch.learningRate());
        }
        add(digest, outcome.model().network().parameters());
        Evaluator evaluator = Evaluator.of(outcome.model());
        add(digest, evaluator.answers(outcome.training()));
        add(digest, evaluator.answers(outcome.validation().orElseThrow()));
        add(digest, evaluator.withWeight("w").answers(table));
        EpochRecord last = outcome.history().get(outcome.history().size() - 1);
        return outcome.history().size() + " epochs, " + outcome.stopReason() + ", rate " + last.learningRate() + ", "
                + HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    private static void add(MessageDigest digest, Answers answers) {
        add(digest, answers.outputs());
        add(digest, answers.loss());
        answers.evaluation().figures().forEach((name, figure) -> {
            if (!LATER_METRICS.contains(name)) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                add(digest, figure.orElse(-1));
            }
        });
    }

    private static void add(MessageDigest digest, double... values) {
        for (double value : values) {
            digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
        }
    }

    private static void add(MessageDigest digest, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        digest.update(bytes.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
