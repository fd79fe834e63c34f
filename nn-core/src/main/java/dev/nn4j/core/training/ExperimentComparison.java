// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks that a resumed training is described exactly like the one it resumes. */
final class ExperimentComparison {
    private static final String EPOCHS = "training.epochs";
    private static final String LAYERS = "network.layers";

    private final Experiment own;
    private final Model model;

    /** Of what a checkpoint was made by and the model in it. */
    ExperimentComparison(Experiment own, Model model) {
        this.own = own;
        this.model = model;
    }

    /**
     * Passes if nothing but the epochs differs.
     *
     * @throws ConfigurationException naming the first setting that does
     */
    void requireSame(Experiment described) {
        Map<String, Object> ours = own.settings();
        Map<String, Object> theirs = described.settings();
        boolean startedFromModel = own.layers().isEmpty();
        if (startedFromModel) {
            new NetworkFit(described, model.schema()).requireSame(model);
        }
        Set<String> paths = new TreeSet<>(ours.keySet());
        paths.addAll(theirs.keySet());
        paths.remove(EPOCHS);
        paths.removeIf(path -> startedFromModel && path.startsWith(LAYERS));
        for (String path : paths) {
            if (!Objects.equals(ours.get(path), theirs.get(path))) {
                throw new ConfigurationException(
                        path,
                        "must be that of the checkpoint, " + shown(ours.get(path)) + ", got "
                                + shown(theirs.get(path)));
            }
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }
}
