// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.nn4j.api.Printable;
import java.io.PrintStream;

/** Prints each message as a line that nothing in it can break. */
final class StderrAppender extends AppenderBase<ILoggingEvent> {
    private final PrintStream err = System.err;

    @Override
    protected void append(ILoggingEvent event) {
        String prefix = event.getLevel().isGreaterOrEqual(Level.WARN) ? "warning: " : "";
        err.println(prefix + Printable.of(event.getFormattedMessage()));
        if (event.getThrowableProxy() instanceof ThrowableProxy thrown) {
            thrown.getThrowable().printStackTrace(err);
        }
    }
}
