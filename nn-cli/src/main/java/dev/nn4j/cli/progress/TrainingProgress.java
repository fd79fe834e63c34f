// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.fit.TrainingListener;

/** Shows on stderr how far a training is. */
public interface TrainingProgress extends AutoCloseable {
    /** What is to watch the training. */
    TrainingListener listener();

    /** Ends the show, leaving nothing half-drawn. */
    @Override
    void close();

    /** A moving bar on a terminal, else a plain line now and then. */
    static TrainingProgress on(Console console, int epochs) {
        return console.terminal().interactive() && !console.isQuiet()
                ? new MovingProgress(console)
                : new PlainProgress(console, epochs, System::nanoTime);
    }
}
