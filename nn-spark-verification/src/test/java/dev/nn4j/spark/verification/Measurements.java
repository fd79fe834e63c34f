// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import dev.nn4j.config.Configuration;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The breast-cancer measurements among the examples, what is trained on them, and how one machine does it. */
final class Measurements {
    static final Path DATA = Path.of(System.getProperty("nn.examples"), "breast-cancer", "train.csv")
            .toAbsolutePath()
            .normalize();
    static final String CONFIGURATION = """
            {
              "data": { "target": "diagnosis", "positive": "malignant" },
              "preprocessing": { "scaling": "standard" },
              "network": { "layers": [
                { "outputDim": 8, "activation": "relu" },
                { "outputDim": 1, "activation": "sigmoid" } ] },
              "loss": "binary-cross-entropy",
              "optimizer": { "type": "adam", "learningRate": 0.01 },
              "training": { "epochs": 3, "batchSize": "full", "validationFraction": 0.2, "seed": 5 }
            }
            """;

    private Measurements() {}

    /** Where the configuration then is. */
    static Path configurationIn(Path folder) throws IOException {
        return Files.writeString(folder.resolve("config.json"), CONFIGURATION);
    }

    static Experiment experiment() {
        return Configuration.parse(CONFIGURATION).experiment(ComponentRegistry.standard());
    }

    static TrainingResult onOneMachine() throws IOException {
        Experiment experiment = experiment();
        Experiment ordered = experiment.withOptions(
                experiment.options().toBuilder().order("content").build());
        return Training.of(ordered).run(Csv.read(DATA, ordered::cellType));
    }
}
