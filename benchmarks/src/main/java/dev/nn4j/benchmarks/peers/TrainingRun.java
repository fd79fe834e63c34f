// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import dev.nn4j.benchmarks.TrainingWorkload;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.NetworkTraining;
import java.io.IOException;
import java.util.Arrays;

/** Trains from the shared weights: once to warm up, then as often as asked, timing the training alone. */
final class TrainingRun {
    private final Harness harness;
    private final TrainingWorkload workload;
    private final DataSet data;
    private final Network initial;
    private final NetworkTraining training;

    TrainingRun(Harness harness, TrainingWorkload workload) throws IOException {
        this.harness = harness;
        this.workload = workload;
        data = harness.data().rows(workload.data(), workload.architecture());
        initial = harness.data().network(workload.data() + "_init", workload.architecture());
        TrainingOptions options = TrainingOptions.builder()
                .epochs(workload.epochs())
                .batchSize(workload.batchSize())
                .shuffle(false)
                .build();
        training = NetworkTraining.of(workload.loss(), workload.optimizer(), workload.learningRate(), options)
                .withExecution(harness.execution());
    }

    private record Trained(double seconds, double loss) {}

    void run() throws IOException {
        double cold = train().seconds();
        double[] seconds = new double[harness.repetitions()];
        double[] losses = new double[harness.repetitions()];
        for (int i = 0; i < seconds.length; i++) {
            Trained trained = train();
            seconds[i] = trained.seconds();
            losses[i] = trained.loss();
        }
        line("cold_time", cold, "s");
        line("time", Report.median(seconds), "s");
        line("time_min", Arrays.stream(seconds).min().orElseThrow(), "s");
        line("time_max", Arrays.stream(seconds).max().orElseThrow(), "s");
        line("final_loss", Report.median(losses), "nats");
        line("peak_rss", PeakMemory.mebibytes(), "MiB");
    }

    private Trained train() {
        long start = System.nanoTime();
        Network trained = training.run(initial, data).network();
        double seconds = (System.nanoTime() - start) / 1e9;
        float[] probabilities = new float[data.targets().length];
        trained.predict(
                data.inputs(),
                data.rows(),
                probabilities,
                trained.newScratch(harness.execution().kernels()));
        return new Trained(seconds, CrossEntropy.mean(probabilities, data.targets(), data.targetWidth()));
    }

    private void line(String metric, double value, String unit) {
        harness.report().line(workload.name(), metric, value, unit);
    }
}
