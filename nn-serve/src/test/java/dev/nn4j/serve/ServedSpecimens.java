// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve;

import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import dev.nn4j.config.starter.Preset;
import dev.nn4j.config.starter.Starter;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Models that are served in tests: little trained, but of every kind of column, with all that a model can keep. */
public final class ServedSpecimens {
    /** Rows of all kinds of columns, with gaps. */
    public static final Path CUSTOMERS = Path.of("../examples/customers/customers.csv");

    private static final Path DIABETES = Path.of("../examples/diabetes/diabetes.csv");

    private ServedSpecimens() {}

    /** Two labels; texts, dates, numbers, yes and no. */
    public static Model customers(int seed) throws IOException {
        return trained(CUSTOMERS, "outcome", seed);
    }

    /** A number. */
    public static Model diabetes() throws IOException {
        return trained(DIABETES, "progression", 0);
    }

    /** Quantiles of a number. */
    public static Model quantiles() throws IOException {
        Experiment experiment = Experiment.builder()
                .target("progression")
                .scaling(Scaling.STANDARD)
                .targetScaling(Scaling.STANDARD)
                .dense(3, "identity")
                .loss("quantiles")
                .optimizer("adam", 0.02)
                .training(options -> options.epochs(5).validationFraction(0.3).conformal("auto"))
                .build();
        return Training.of(experiment)
                .run(Csv.read(DIABETES, experiment::cellType))
                .model();
    }

    private static Model trained(Path file, String target, int seed) throws IOException {
        Configuration configuration = Starter.forData(file, target)
                .with(Preset.FAST)
                .configuration()
                .with(List.of(
                        Setting.parse("training.epochs=2"),
                        Setting.parse("training.background=20"),
                        Setting.parse("training.seed=" + seed)));
        Experiment experiment = configuration.experiment(ComponentRegistry.standard());
        return Training.of(experiment).run(Csv.read(file, experiment::cellType)).model();
    }
}
