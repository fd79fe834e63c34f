// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.table.Table;
import dev.nn4j.report.live.TrialNames;
import dev.nn4j.tune.TrialRecord;
import dev.nn4j.tune.TrialStart;
import dev.nn4j.tune.TuningListener;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The trials of a search as runs of an event folder, each with what it changes. */
final class TrialEvents implements TuningListener {
    private final EventFolder events;
    private volatile List<String> settings = List.of();

    TrialEvents(EventFolder events) {
        this.events = events;
    }

    @Override
    public void started(Table searched, int heldOut, Monitor score, List<String> paths) {
        settings = paths;
    }

    @Override
    public TrainingListener training(TrialStart start) {
        return events.listener(TrialNames.of(start), changes(start));
    }

    private String changes(TrialStart start) {
        List<String> paths = settings;
        return IntStream.range(0, paths.size())
                .mapToObj(i -> "| `" + paths.get(i) + "` | " + start.settings().get(i) + " |")
                .collect(Collectors.joining("\n", "| setting | value |\n|---|---|\n", ""));
    }

    @Override
    public void reached(TrialRecord record) {
        String name = "trial-" + record.trial();
        events.rest(run -> run.equals(name) || run.startsWith(name + "-"));
    }

    @Override
    public TrainingListener refit(int trial, int member) {
        return events.listener(TrialNames.ofRefit(trial, member));
    }
}
