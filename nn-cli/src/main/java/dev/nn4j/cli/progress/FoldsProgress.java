// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.training.MemberResult;
import dev.nn4j.core.validation.Fold;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * How far trainings are that run beside each other, the folds of a cross-validation or the members of an ensemble: a moving
 * line on a terminal, else a line now and then.
 */
public final class FoldsProgress implements AutoCloseable {
    private static final long NANOS_BETWEEN_FRAMES = 100_000_000L;
    private static final long NANOS_BETWEEN_LINES = 2_000_000_000L;
    private static final double NANOS = 1e9;
    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_BAR = 8;
    private static final int ENDS_OF_BAR = 2;
    private static final String GAP = "  ";

    private final Console console;
    private final String what;
    private final LongSupplier clock;
    private final double[] shares;
    private final long pause;
    private final long start;
    private long lastTold;
    private int complete;
    private Optional<TrainingProgress> last = Optional.empty();

    /** Of so many folds, by a clock of nanoseconds. */
    public FoldsProgress(Console console, int folds, LongSupplier clock) {
        this(console, "folds", folds, clock);
    }

    /** Of so many trainings, which are called this. */
    public FoldsProgress(Console console, String what, int count, LongSupplier clock) {
        this.console = console;
        this.what = what;
        this.clock = clock;
        shares = new double[count];
        pause = console.terminal().interactive() ? NANOS_BETWEEN_FRAMES : NANOS_BETWEEN_LINES;
        start = clock.getAsLong();
        lastTold = start;
    }

    /** What is to watch the training of a fold, counted from 1. */
    public TrainingListener listener(int fold) {
        return new TrainingListener() {
            @Override
            public boolean wantsBatches() {
                return !console.isQuiet();
            }

            @Override
            public void batchEnded(BatchProgress batch) {
                double epochs = batch.epoch() - 1 + (double) batch.rowsDone() / batch.rows();
                reached(fold, epochs / batch.epochs());
            }
        };
    }

    /**
     * What is to watch the training of one network on all rows that may follow.
     *
     * @param watched what besides is to watch it, given what shows its progress
     */
    public TrainingListener lastly(UnaryOperator<TrainingListener> watched) {
        return new TrainingListener() {
            @Override
            public TrainingListener refitting(int rows, int epochs) {
                console.clearStatus();
                console.tell(RefitNotice.of(rows, epochs));
                last = Optional.of(TrainingProgress.on(console, epochs));
                return watched.apply(last.get().listener());
            }
        };
    }

    /** A fold is complete, perhaps before its last epoch. */
    public void ended(Fold fold) {
        ended(fold.number(), FoldLine.of(fold, shares.length));
    }

    /** A member of an ensemble is complete, perhaps before its last epoch. */
    public void ended(MemberResult member) {
        ended(member.number(), FoldLine.of(member, shares.length));
    }

    private synchronized void ended(int number, String line) {
        complete++;
        shares[number - 1] = 1;
        lastTold = clock.getAsLong();
        console.tell(line);
    }

    private synchronized void reached(int fold, double share) {
        shares[fold - 1] = share;
        long now = clock.getAsLong();
        if (console.isQuiet() || now - lastTold < pause) {
            return;
        }
        lastTold = now;
        show((now - start) / NANOS);
    }

    private void show(double seconds) {
        double share = 0;
        for (double one : shares) {
            share += one / shares.length;
        }
        String done = String.format(
                Locale.ROOT, "%s: %d of %d complete, %.0f %%", what, complete, shares.length, 100 * share);
        String left = TimeLeft.of(share, seconds);
        if (console.terminal().interactive()) {
            console.showStatus(line(done, share, left));
        } else {
            console.tell(done + (left.isEmpty() ? "" : ", " + left));
        }
    }

    /** What finds room beside the words: first the time, then the bar. */
    private String line(String done, double share, String left) {
        int room = console.terminal().columns() - 1 - done.length() - GAP.length();
        if (left.length() > room) {
            return done;
        }
        int bar = Math.min(LONGEST_BAR, room - left.length() - GAP.length() - ENDS_OF_BAR);
        return (done + GAP + (bar < SHORTEST_BAR ? "" : Bar.of(share, bar) + GAP) + left).strip();
    }

    @Override
    public void close() {
        console.clearStatus();
        last.ifPresent(TrainingProgress::close);
    }
}
