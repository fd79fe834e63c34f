// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.live;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.table.Table;
import dev.nn4j.report.internal.insight.Series;
import dev.nn4j.tune.TrialRecord;
import dev.nn4j.tune.TrialStart;
import dev.nn4j.tune.TuningListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A search that runs: its trials as they are judged, and the course of each. */
final class LiveSearch implements TuningListener {
    private final LiveCourse course;
    private final List<TrialRecord> records = new ArrayList<>();
    private Optional<JsonMembers> space = Optional.empty();
    private double share;

    LiveSearch(LiveCourse course) {
        this.course = course;
    }

    @Override
    public synchronized void started(Table searched, int heldOut, Monitor score, List<String> settings) {
        space = Optional.of(JsonMembers.none()
                .with("score", score.word())
                .with("lessIsBetter", score.lessIsBetter())
                .with("rows", searched.rows())
                .with("heldOut", heldOut)
                .with("settings", Json.texts(settings)));
    }

    @Override
    public TrainingListener training(TrialStart start) {
        return course.listener(TrialNames.of(start));
    }

    @Override
    public TrainingListener refit(int trial, int member) {
        return course.listener(TrialNames.ofRefit(trial, member));
    }

    @Override
    public synchronized void reached(TrialRecord record) {
        records.add(record);
    }

    @Override
    public synchronized void progressed(double done) {
        share = done;
    }

    private synchronized List<TrialRecord> from(int first) {
        return List.copyOf(records.subList(first, records.size()));
    }

    private synchronized double done() {
        return share;
    }

    private synchronized Optional<JsonMembers> space() {
        return space;
    }

    Reading read() {
        return new Reading();
    }

    /** What somebody has read of it. */
    final class Reading {
        private int read;
        private double seen = -1;

        /** What has come since; what is searched with the first. */
        Optional<JsonMembers> next() {
            Optional<JsonMembers> searched = space();
            double now = done();
            List<TrialRecord> all = from(read);
            if (searched.isEmpty() || (all.isEmpty() && now == seen)) {
                return Optional.empty();
            }
            JsonMembers news = seen < 0 ? searched.get() : JsonMembers.none();
            seen = now;
            read += all.size();
            return Optional.of(news.with("share", now)
                    .with("trials", all.stream().map(LiveSearch::told).toList()));
        }
    }

    private static JsonMembers told(TrialRecord record) {
        return JsonMembers.none()
                .with("trial", record.trial())
                .with("rung", record.rung())
                .with("epochs", record.epochs())
                .with("score", Series.number(record.score()))
                .with("settings", Json.texts(record.settings()));
    }
}
