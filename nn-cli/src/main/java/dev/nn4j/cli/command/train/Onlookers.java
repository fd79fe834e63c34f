// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.live.LiveServer;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.report.live.LiveCourse;
import dev.nn4j.tune.TuningListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Who looks on while trainings run, beside the progress; they change no bit of what comes of it. */
final class Onlookers implements AutoCloseable {
    private final Optional<EventFolder> events;
    private final Optional<Live> live;

    /** A page of a training that runs. */
    private record Live(LiveCourse course, LiveServer server) {}

    private Onlookers(Optional<EventFolder> events, Optional<Live> live) {
        this.events = events;
        this.live = live;
    }

    /**
     * Who is to look on.
     *
     * @param events the folder of TensorBoard's event files
     * @param port where a page shows the training; 0 is any
     */
    record Asked(Optional<Path> events, OptionalInt port) {
        /** Nobody. */
        static Asked none() {
            return new Asked(Optional.empty(), OptionalInt.empty());
        }

        /**
         * Those who look on at trainings of this.
         *
         * @param data its name
         * @param networks how many are going to be trained
         */
        Onlookers begin(Console console, Experiment experiment, String data, int networks) throws IOException {
            String configuration = Configuration.of(experiment).pretty();
            Optional<Live> live = Optional.empty();
            if (port.isPresent()) {
                String title = String.join(", ", experiment.data().targets());
                LiveCourse course = new LiveCourse(title, data, configuration, networks);
                live = Optional.of(new Live(course, LiveServer.start(port.getAsInt(), course)));
                console.tell(
                        "the training can be watched at " + live.get().server().address());
            }
            return new Onlookers(events.map(folder -> new EventFolder(console, folder, configuration)), live);
        }
    }

    /**
     * What is to watch a training.
     *
     * @param name tells it apart from others of the command; empty where there is one only
     * @param progress what watches it as well
     */
    TrainingListener listener(String name, TrainingListener progress) {
        TrainingListener all = progress;
        if (events.isPresent()) {
            all = all.and(events.get().listener(name));
        }
        return live.isPresent() ? all.and(live.get().course().listener(name)) : all;
    }

    /**
     * What is to watch a search.
     *
     * @param progress what watches it as well
     */
    TuningListener search(TuningListener progress) {
        TuningListener all = progress;
        if (events.isPresent()) {
            all = all.and(new TrialEvents(events.get()));
        }
        return live.isPresent() ? all.and(live.get().course().search()) : all;
    }

    /** Tells what came of it, in the words of the report. */
    void ended(String report) {
        live.ifPresent(one -> one.course().end(true, report));
    }

    /** Without an end that was told, all stopped before it. */
    @Override
    public void close() {
        events.ifPresent(EventFolder::close);
        live.ifPresent(one -> {
            one.course().end(false, "The training was stopped; the terminal says why.");
            one.server().close();
        });
    }
}
