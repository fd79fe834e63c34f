// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.trials;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;

/** Experiments as they are trained here: with rows in the order of their content. */
public final class ContentExperiment {
    private ContentExperiment() {}

    /** The same in this order, whatever it says. */
    public static Experiment of(Experiment experiment) {
        return experiment.withOptions(experiment.options().toBuilder()
                .order(TrainingOptions.BY_CONTENT)
                .build());
    }
}
