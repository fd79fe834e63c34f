// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.Csv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that go wrong, or on beside others. */
class TrainingCasesTest {
    private static final int READERS = 4;
    private static final int TRAINERS = 2;

    @TempDir
    private Path folder;

    @Test
    void case109_aTrainingThatDivergesSaysWhere() throws IOException {
        Bench bench = Bench.in(folder);
        bench.write("numbers.csv", "x,y\n1,2\n-3,4\n5,-6\n2,1\n");
        bench.write("numbers.json", """
                { "data": { "target": "y" },
                  "network": { "layers": [ { "outputDim": 8, "activation": "relu" }, { "outputDim": 1 } ] },
                  "loss": "mean-squared-error",
                  "optimizer": { "type": "gradient-descent", "learningRate": 1e6 },
                  "training": { "epochs": 100, "seed": 1 } }
                """);

        Outcome outcome = bench.train("numbers.json", "numbers.csv");

        outcome.refused(8, "training diverged in epoch ");
        assertThat(outcome.run().error()).contains("batch ", "layer ", "not finite", "; try ");
    }

    @Test
    void case113_aModelIsReadAndTrainedFromByManyThreadsAtOnce() throws Exception {
        Table table = table();
        Experiment experiment = experiment();
        Model model = Training.of(experiment).run(table).model();
        float[] rows = model.schema().rawRows(table);
        float[] expected = predicted(model, rows);
        float[] retrained = Training.of(experiment)
                .withInitial(model)
                .run(table)
                .model()
                .network()
                .parameters();

        List<Callable<float[]>> work = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            work.add(() -> {
                float[] last = predicted(model, rows);
                for (int again = 0; again < 2000; again++) {
                    last = predicted(model, rows);
                    assertThat(last).isEqualTo(expected);
                }
                return last;
            });
        }
        for (int i = 0; i < TRAINERS; i++) {
            work.add(() -> {
                Model trained =
                        Training.of(experiment).withInitial(model).run(table).model();
                assertThat(trained.network().parameters()).isEqualTo(retrained);
                return expected;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<float[]> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static float[] predicted(Model model, float[] rows) {
        int count = rows.length / model.schema().rawWidth();
        float[] outputs = new float[count * model.schema().outputs()];
        model.predict(rows, count, outputs, model.newScratch());
        return outputs;
    }

    private static Experiment experiment() {
        return Experiment.builder(ComponentRegistry.standard())
                .target("y")
                .dense(16, "tanh")
                .dense(1, "identity")
                .loss("mean-squared-error")
                .training(options -> options.epochs(50).seed(1))
                .build();
    }

    private static Table table() throws IOException {
        StringBuilder csv = new StringBuilder("a,b,y\n");
        for (int row = 0; row < 64; row++) {
            csv.append(row % 8)
                    .append(',')
                    .append(row / 8)
                    .append(',')
                    .append(row)
                    .append('\n');
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        return Csv.read(new ByteArrayInputStream(bytes), "test", column -> CellType.NUMBER);
    }
}
