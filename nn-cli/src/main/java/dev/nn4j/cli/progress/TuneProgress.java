// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.table.Table;
import dev.nn4j.tune.TrialRecord;
import dev.nn4j.tune.TuningListener;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How far a search is: a line for every rung that a trial reaches, under one header, and a moving line on a terminal. */
public final class TuneProgress implements TuningListener, AutoCloseable {
    private static final long NANOS_BETWEEN_FRAMES = 100_000_000L;
    private static final long NANOS_BETWEEN_LINES = 10_000_000_000L;
    private static final double NANOS = 1e9;
    private static final int BAR = 20;
    private static final String LINE = "%5s  %4s  %6s  %12s  %s";

    private final Console console;
    private final LongSupplier clock;
    private final long start;
    private final long pause;
    private long lastTold;
    private Optional<Monitor> monitor = Optional.empty();
    private Optional<TrialRecord> best = Optional.empty();
    private List<String> settings = List.of();

    /** On a console, by a clock of nanoseconds. */
    public TuneProgress(Console console, LongSupplier clock) {
        this.console = console;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.lastTold = start;
        this.pause = console.terminal().interactive() ? NANOS_BETWEEN_FRAMES : NANOS_BETWEEN_LINES;
    }

    @Override
    public synchronized void started(Table searched, int heldOut, Monitor score, List<String> paths) {
        monitor = Optional.of(score);
        settings = paths.stream()
                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                .toList();
        console.tell(
                heldOut == 0
                        ? "the search sees all " + searched.rows() + " rows; nothing is left to measure the choice on"
                        : "the search sees " + searched.rows() + " rows; " + heldOut + " are held out for the summary");
        console.tell(String.format(Locale.ROOT, LINE, "trial", "rung", "epochs", score.word(), "settings"));
    }

    @Override
    public synchronized void reached(TrialRecord record) {
        if (best.isEmpty() || isBetter(record, best.get())) {
            best = Optional.of(record);
        }
        console.tell(String.format(
                Locale.ROOT,
                LINE,
                record.trial(),
                record.rung(),
                record.epochs(),
                record.score().isPresent() ? ShownNumbers.loss(record.score().getAsDouble()) : "failed",
                words(record)));
    }

    private boolean isBetter(TrialRecord one, TrialRecord other) {
        if (one.score().isEmpty() || other.score().isEmpty()) {
            return one.score().isPresent();
        }
        double difference = one.score().getAsDouble() - other.score().getAsDouble();
        return monitor.orElseThrow().lessIsBetter() ? difference < 0 : difference > 0;
    }

    private String words(TrialRecord record) {
        StringBuilder words = new StringBuilder(record.trial() == 0 ? "as given" : "");
        for (int i = 0; i < settings.size() && record.trial() > 0; i++) {
            words.append(i == 0 ? "" : ", ")
                    .append(settings.get(i))
                    .append(' ')
                    .append(record.settings().get(i));
        }
        return words.toString();
    }

    @Override
    public synchronized void progressed(double share) {
        long now = clock.getAsLong();
        if (console.isQuiet() || now - lastTold < pause) {
            return;
        }
        lastTold = now;
        String left = TimeLeft.of(share, (now - start) / NANOS);
        String done = String.format(Locale.ROOT, "search: %.0f %%", 100 * share)
                + best.map(this::told).orElse("");
        if (console.terminal().interactive()) {
            console.showStatus(shortened(done + "  " + Bar.of(share, BAR) + "  " + left));
        } else {
            console.tell(done + (left.isEmpty() ? "" : ", " + left));
        }
    }

    private String told(TrialRecord record) {
        return ", best trial " + record.trial()
                + ShownNumbers.named(monitor.orElseThrow().word(), record.score());
    }

    private String shortened(String line) {
        int room = console.terminal().columns() - 1;
        return line.length() <= room ? line.strip() : line.substring(0, Math.max(0, room));
    }

    @Override
    public synchronized void refitting(int rows) {
        console.clearStatus();
        console.tell("what was chosen is trained on all " + rows + " rows");
    }

    @Override
    public void close() {
        console.clearStatus();
    }
}
