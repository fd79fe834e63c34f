// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.internal.inference.SchemaInference;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.List;
import java.util.Set;

/**
 * The schema of a training that starts from a model: the model's. Only a model whose names were invented, such as a
 * network of another program, takes names and labels from the data.
 */
final class InitialSchema {
    private final Experiment experiment;
    private final Schema initial;

    InitialSchema(Experiment experiment, Schema initial) {
        this.experiment = experiment;
        this.initial = initial;
    }

    Schema on(Table table) {
        if (!initial.inventedNames()) {
            return initial.withDecision(Decision.MORE_LIKELY); // its thresholds were chosen for its own probabilities
        }
        // its network was trained on numbers as they are
        Schema found = new SchemaInference(experiment, table).schemaWithoutOffsets(table);
        requireEqual("inputs", initial.inputWidth(), "inputs", found.inputNames());
        if (!initial.task().hasLabels()) {
            requireEqual("outputs", initial.targets().size(), "targets", found.targets());
            return found;
        }
        if (Set.copyOf(initial.labels()).equals(Set.copyOf(found.labels()))) {
            return withInitialLabels(found);
        }
        requireEqual("classes", initial.labels().size(), "labels", found.labels());
        return found;
    }

    /** The data has the very labels that the network was trained on, so each output keeps its own. */
    private Schema withInitialLabels(Schema found) {
        int positive =
                experiment.data().positive().map(initial.labels()::indexOf).orElse(initial.positiveClass());
        return Schema.builder(initial.task())
                .features(found.features())
                .targets(found.targets())
                .labels(initial.labels())
                .positiveClass(positive)
                .targetFormat(found.targetFormat())
                .targetGaps(found.targetGaps())
                .build();
    }

    private static void requireEqual(String what, int expected, String names, List<String> found) {
        if (found.size() != expected) {
            throw new ConfigurationException(
                    "data",
                    "the model to start from has " + expected + " " + what + ", the data gives " + found.size() + " "
                            + names + "; ignore columns or start from another model");
        }
    }
}
