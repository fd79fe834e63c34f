// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.examples;

import dev.nn4j.config.Configuration;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.io.Csv;
import dev.nn4j.verification.Built;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A configuration in examples/, read as the command line reads it, with the data beside it. */
record ExampleData(String name, Experiment experiment, Path directory) {
    /** Reads {@code examples/NAME.json}. */
    static ExampleData read(String name) throws IOException {
        Path file = Built.examples().resolve(name + ".json");
        try (InputStream json = Files.newInputStream(file)) {
            Experiment experiment = Configuration.read(json).experiment(ComponentRegistry.standard());
            return new ExampleData(name, experiment, file.getParent());
        }
    }

    Table table(String file) throws IOException {
        return Csv.read(directory.resolve(file), experiment::cellType);
    }

    /** Evaluates, on the data it learnt from, what the whole of a file teaches. */
    double trainingAccuracy(String file) throws IOException {
        Table table = table(file);
        double accuracy =
                accuracy(Evaluation.of(Training.of(experiment).run(table).model(), table));
        return report("training accuracy on " + file, accuracy);
    }

    /** Of a cross-validation, whose every row is predicted once, by a model that has not seen it: the share right. */
    double heldOutAccuracy(String file, int folds) throws IOException {
        double right = 0;
        long rows = 0;
        for (Evaluation fold : folds(file, folds)) {
            right += accuracy(fold) * fold.rows();
            rows += fold.rows();
        }
        return report(folds + "-fold accuracy", right / rows);
    }

    List<Evaluation> folds(String file, int folds) throws IOException {
        return new CrossValidation(experiment, Execution.defaults()).run(table(file), folds);
    }

    /** Prints a figure, so that a build's log shows by how much a threshold is met. */
    double report(String what, double figure) {
        System.out.printf(Locale.ROOT, "examples/%s.json: %s %.4f%n", name, what, figure);
        return figure;
    }

    private static double accuracy(Evaluation evaluation) {
        return ((ClassificationEvaluation) evaluation).accuracy();
    }
}
