// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A plain line now and then: after the first epoch, every two seconds or so, and after the last. */
final class PlainProgress implements TrainingProgress {
    private static final long PAUSE_NANOS = 2_000_000_000L;

    private final Console console;
    private final int epochs;
    private final LongSupplier clock;
    private Optional<EpochRecord> untold = Optional.empty();
    private Optional<PlainProgress> refit = Optional.empty();
    private long lastTold;

    PlainProgress(Console console, int epochs, LongSupplier nanoClock) {
        this.console = console;
        this.epochs = epochs;
        this.clock = nanoClock;
    }

    @Override
    public TrainingListener listener() {
        return new TrainingListener() {
            @Override
            public void dataPrepared(Schema schema, Table training) {
                new DataNotice(console).tell(schema, training);
            }

            @Override
            public void epochEnded(EpochRecord epoch) {
                untold = Optional.of(epoch);
                if (epoch.epoch() == 1 || console.isVerbose() || clock.getAsLong() - lastTold >= PAUSE_NANOS) {
                    tell();
                }
            }

            @Override
            public TrainingListener refitting(int rows, int refitEpochs) {
                tell();
                console.tell(RefitNotice.of(rows, refitEpochs));
                refit = Optional.of(new PlainProgress(console, refitEpochs, clock));
                return refit.get().listener();
            }
        };
    }

    @Override
    public void close() {
        tell();
        refit.ifPresent(PlainProgress::close);
    }

    private void tell() {
        untold.ifPresent(epoch -> console.tell(EpochLine.of(epoch, epochs)));
        untold = Optional.empty();
        lastTold = clock.getAsLong();
    }
}
