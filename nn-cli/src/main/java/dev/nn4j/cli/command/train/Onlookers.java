// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.cli.console.Console;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.TrainingListener;
import java.nio.file.Path;
import java.util.Optional;

/** Who looks on while trainings run, beside the progress. */
final class Onlookers implements AutoCloseable {
    private final Optional<EventFolder> events;

    private Onlookers(Optional<EventFolder> events) {
        this.events = events;
    }

    /**
     * Who is to look on.
     *
     * @param events the folder of TensorBoard's event files
     */
    record Asked(Optional<Path> events) {
        /** Nobody. */
        static Asked none() {
            return new Asked(Optional.empty());
        }

        /** Those who look on at trainings of this. */
        Onlookers begin(Console console, Experiment experiment) {
            return new Onlookers(events.map(folder -> new EventFolder(
                    console, folder, Configuration.of(experiment).pretty())));
        }
    }

    /**
     * What is to watch a training.
     *
     * @param name tells it apart from others of the command; empty where there is one only
     * @param progress what watches it as well
     */
    TrainingListener listener(String name, TrainingListener progress) {
        return events.map(folder -> progress.and(folder.listener(name))).orElse(progress);
    }

    @Override
    public void close() {
        events.ifPresent(EventFolder::close);
    }
}
