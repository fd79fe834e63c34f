// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.util.Locale;
import java.util.TimeZone;

/** A library that changes what the process shares. */
public final class Meddling {
    void property() {
        System.setProperty("nn.planted", "true");
    }

    void console(PrintStream stream) {
        System.setOut(stream);
    }

    void locale() {
        Locale.setDefault(Locale.ROOT);
    }

    void timeZone() {
        TimeZone.setDefault(null);
    }

    void shutdown(Thread hook) {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void handler() {
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    void logback(Logger logger) {
        logger.setLevel(Level.OFF);
    }

    void javaLogging() {
        java.util.logging.LogManager.getLogManager().reset();
    }
}
