// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
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

    private final Console console;
    private final ProgressBarBuilder builder;
    private final PrintStream err;
    private final Sparkline losses = new Sparkline();
    private Optional<EpochRecord> first = Optional.empty();
    private Optional<EpochRecord> last = Optional.empty();
    private Optional<ProgressBar> made = Optional.empty();
    private Optional<MovingProgress> refit = Optional.empty();
    private String validation = "";

    MovingProgress(Console console) {
        this.console = console;
        err = console.err();
        builder = new ProgressBarBuilder()
                .setTaskName("training")
                .setUpdateIntervalMillis(MILLIS_BETWEEN_FRAMES)
                .setRenderer(new BarRenderer())
                .setConsumer(new DelegatingProgressBarConsumer(
                        console::showStatus, console.terminal().columns() - 1));
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
        ProgressBar bar = bar();
        bar.maxHint(progress.epochs() * progress.rows());
        bar.stepTo((progress.epoch() - 1) * progress.rows() + progress.rowsDone());
        String curve = losses.render(SPARKLINE_COLUMNS);
        bar.setExtraMessage("epoch " + progress.epoch() + "/" + progress.epochs()
                + (curve.isEmpty() ? "" : BarRenderer.SEPARATOR + curve)
                + part(ShownNumbers.brief("loss", OptionalDouble.of(progress.loss())))
                + part(ShownNumbers.brief("acc", progress.accuracy()))
                + part(validation));
    }

    private static String part(String figure) {
        return figure.isEmpty() ? "" : BarRenderer.SEPARATOR + figure.strip();
    }

    @Override
    public void epochEnded(EpochRecord epoch) {
        losses.add(epoch.loss());
        first = first.or(() -> Optional.of(epoch));
        last = Optional.of(epoch);
        validation = ShownNumbers.brief("val", epoch.validationLoss());
    }

    @Override
    public TrainingListener refitting(int rows, int epochs) {
        close();
        console.tell(RefitNotice.of(rows, epochs));
        refit = Optional.of(new MovingProgress(console));
        return refit.get();
    }

    @Override
    public void close() {
        if (refit.isPresent()) {
            refit.get().close();
            return;
        }
        made.ifPresent(ProgressBar::close);
        console.clearStatus();
        if (first.isPresent() && last.isPresent() && !first.equals(last)) {
            err.println("loss " + losses.render(LAST_COLUMNS) + "  "
                    + ShownNumbers.loss(first.get().loss()) + " → "
                    + ShownNumbers.loss(last.get().loss()) + validation);
        }
        err.flush();
    }

    /** Made with the first batch: what came before is no measure of what is to come. */
    private ProgressBar bar() {
        if (made.isEmpty()) {
            made = Optional.of(builder.build());
        }
        return made.get();
    }
}
