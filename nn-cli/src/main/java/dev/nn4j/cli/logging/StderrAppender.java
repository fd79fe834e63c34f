// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.nn4j.api.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints each message as a line that nothing in it can break. */
final class StderrAppender extends AppenderBase<ILoggingEvent> {
    private final PrintStream err =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    @Override
    protected void append(ILoggingEvent event) {
        String prefix = event.getLevel().isGreaterOrEqual(Level.WARN) ? "warning: " : "";
        err.println(prefix + Printable.of(event.getFormattedMessage()));
        if (event.getThrowableProxy() instanceof ThrowableProxy thrown) {
            thrown.getThrowable().printStackTrace(err);
        }
    }
}
