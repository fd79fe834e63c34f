// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.config.Configuration;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.spark.SparkFolds;

/**
 * An experiment on its way to executors.
 *
 * @param text its configuration
 */
record ShippedExperiment(String text) implements SparkFolds.Described {
    static ShippedExperiment of(Configuration configuration) {
        return new ShippedExperiment(configuration.canonical());
    }

    @Override
    public Experiment get() {
        return Configuration.parse(text).experiment(ComponentRegistry.standard());
    }
}
