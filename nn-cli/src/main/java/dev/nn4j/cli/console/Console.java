// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import dev.nn4j.api.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The user's side of a command: results go to stdout, everything else to stderr, all in UTF-8. */
public final class Console {
    private static final String HINT = "hint: ";
    private static final String YELLOW = "\033[33m";
    private static final String PLAIN = "\033[0m";

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private Verbosity verbosity = Verbosity.NORMAL;

    /** A console on these streams. */
    public Console(InputStream in, OutputStream out, PrintStream err, Terminal terminal) {
        this.in = in;
        this.out = new ResultStream(out);
        this.err = err;
        this.terminal = terminal;
    }

    /** From now on this much is told. */
    public void setVerbosity(Verbosity chosen) {
        verbosity = chosen;
    }

    /** Whether detail is wanted. */
    public boolean isVerbose() {
        return verbosity == Verbosity.VERBOSE;
    }

    /** Whether anything but errors is wanted on stderr. */
    public boolean isQuiet() {
        return verbosity == Verbosity.QUIET;
    }

    /** stdin. */
    public InputStream in() {
        return in;
    }

    /** stdout; closing it only flushes it. */
    public OutputStream out() {
        return out;
    }

    /** stderr, for progress. */
    public PrintStream err() {
        return err;
    }

    /** What is known of the terminal behind stderr. */
    public Terminal terminal() {
        return terminal;
    }

    /** Writes a result. */
    public void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Tells something that is no result: on stderr, unless it is to be quiet. */
    public void tell(String line) {
        if (!isQuiet()) {
            err.println(Printable.of(line));
        }
    }

    /** Warns of something that may not be meant. */
    public void warn(String line) {
        tell("warning: " + line);
    }

    /** Hints at what may be done next; the prefix stands out where there is colour. */
    public void hint(String line) {
        if (!terminal.interactive()) {
            tell(HINT + line);
        } else if (!isQuiet()) {
            err.println(YELLOW + HINT + PLAIN + Printable.of(line));
        }
    }

    /** Tells what only --verbose wants to know. */
    public void detail(String line) {
        if (isVerbose()) {
            err.println(Printable.of(line));
        }
    }
}
