// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.training.BatchProgress;
import dev.nn4j.core.training.EpochRecord;
import dev.nn4j.core.training.TrainingListener;
import java.io.PrintStream;
import java.util.Optional;
import java.util.OptionalDouble;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar that moves with every batch: share of all epochs, rows a second, time left, losses and accuracies. */
final class MovingProgress implements TrainingProgress, TrainingListener {
    /** Of the curve that stays when all is done. */
    private static final int LAST_COLUMNS = 32;

    private static final int SPARKLINE_COLUMNS = 12;
    private static final int MILLIS_BETWEEN_FRAMES = 100;
    /** ANSI: to the start of the line, and clear to its end. */
    private static final String ERASE_LINE = "\r\033[K";

    private final Console console;
    private final ProgressBar bar;
    private final PrintStream err;
    private final Sparkline losses = new Sparkline();
    private Optional<EpochRecord> first = Optional.empty();
    private Optional<EpochRecord> last = Optional.empty();
    private String validation = "";

    MovingProgress(Console console) {
        this.console = console;
        err = console.err();
        bar = new ProgressBarBuilder()
                .setTaskName("training")
                .setUpdateIntervalMillis(MILLIS_BETWEEN_FRAMES)
                .setRenderer(new BarRenderer())
                .setConsumer(new DelegatingProgressBarConsumer(
                        this::draw, console.terminal().columns() - 1))
                .build();
    }

    @Override
    public TrainingListener listener() {
        return this;
    }

    @Override
    public void dataPrepared(Schema schema, Table training) {
        new DataNotice(console).tell(schema, training);
    }

    @Override
    public boolean wantsBatches() {
        return true;
    }

    @Override
    public void batchEnded(BatchProgress progress) {
        bar.maxHint(progress.epochs() * progress.rows());
        bar.stepTo((progress.epoch() - 1) * progress.rows() + progress.rowsDone());
        String curve = losses.render(SPARKLINE_COLUMNS);
        bar.setExtraMessage("epoch " + progress.epoch() + "/" + progress.epochs()
                + (curve.isEmpty() ? "" : " " + curve)
                + Figures.brief("loss", OptionalDouble.of(progress.loss()))
                + Figures.brief("acc", progress.accuracy()) + validation);
    }

    @Override
    public void epochEnded(EpochRecord epoch) {
        losses.add(epoch.loss());
        first = first.or(() -> Optional.of(epoch));
        last = Optional.of(epoch);
        validation = Figures.brief("val", epoch.validationLoss());
    }

    @Override
    public void close() {
        bar.close();
        err.print(ERASE_LINE);
        if (first.isPresent() && last.isPresent() && !first.equals(last)) {
            err.println("loss " + losses.render(LAST_COLUMNS) + "  "
                    + Figures.loss(first.get().loss()) + " → "
                    + Figures.loss(last.get().loss()) + validation);
        }
        err.flush();
    }

    private void draw(String line) {
        err.print(ERASE_LINE + line);
        err.flush();
    }
}
