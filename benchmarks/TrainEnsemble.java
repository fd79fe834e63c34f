// SPDX-License-Identifier: Apache-2.0
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableColumns;
import dev.nn4j.core.training.Training;
import java.util.Random;

/**
 * Trains eight networks one after another, each by one thread, and an ensemble of eight by all: {@code ROWS EPOCHS THREADS}. Prints
 * the seconds of both and their ratio, four rounds in one process, the first of which the JIT bounds.
 */
class TrainEnsemble {
    private static final int COLUMNS = 20;
    private static final int MEMBERS = 8;
    private static final int ROUNDS = 4;

    public static void main(String[] arguments) {
        Table table = table(Integer.parseInt(arguments[0]));
        Experiment single = Experiment.builder()
                .target("y")
                .dense(64, "relu")
                .dense(64, "relu")
                .dense(1, "identity")
                .loss("mean-squared-error")
                .optimizer("adam", 0.001)
                .training(options ->
                        options.epochs(Integer.parseInt(arguments[1])).batchSize(256).validationFraction(0.1))
                .build();
        Execution all = new Execution(Integer.parseInt(arguments[2]), KernelChoice.AUTO);
        for (int round = 1; round <= ROUNDS; round++) {
            double apart = seconds(() -> oneAfterAnother(single, table));
            double together = seconds(() -> Training.of(single.withEnsemble(Ensemble.ofSeeds(MEMBERS)))
                    .withExecution(all)
                    .run(table.withThreads(all.threads())));
            System.out.printf("round %d: %.2f s, %.2f s, %.2f%n", round, apart, together, apart / together);
        }
    }

    private static void oneAfterAnother(Experiment single, Table table) {
        for (int seed = 1; seed <= MEMBERS; seed++) {
            TrainingOptions seeded = single.options().toBuilder().seed(seed).build();
            Training.of(single.withOptions(seeded))
                    .withExecution(new Execution(1, KernelChoice.AUTO))
                    .run(table.withThreads(1));
        }
    }

    private static Table table(int rows) {
        Random draw = new Random(1);
        double[] target = new double[rows];
        TableColumns table = Table.ofColumns(column -> CellType.NUMBER);
        for (int column = 0; column < COLUMNS; column++) {
            double[] values = draw.doubles(rows, -1, 1).toArray();
            for (int row = 0; row < rows; row++) {
                target[row] += values[row] * values[row] * (column % 3 - 1);
            }
            table.numbers("x" + column, values);
        }
        return table.numbers("y", target).build();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
