// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import dev.nn4j.api.Printable;
import dev.nn4j.config.internal.text.DisplayText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The user's side of a command: results go to stdout, everything else to stderr, all in UTF-8. */
public final class Console {
    /** Of a line, in columns: what nobody reads to its end, as a cell of a megabyte in it, only hides the rest. */
    private static final int LONGEST = 2000;

    private static final String HINT = "hint: ";
    private static final String YELLOW = "\033[33m";
    private static final String PLAIN = "\033[0m";

    private final InputStream in;
    private final ResultStream out;
    private final StatusLine status;
    private final PrintStream err;
    private final Terminal terminal;
    private Verbosity verbosity = Verbosity.NORMAL;

    /** A console on these streams. */
    public Console(InputStream in, OutputStream out, PrintStream err, Terminal terminal) {
        this.in = in;
        this.out = new ResultStream(out);
        status = new StatusLine(err);
        this.err = new PrintStream(status, true, StandardCharsets.UTF_8);
        this.terminal = terminal;
    }

    /**
     * Keeps the process's streams for this console. What plugins and libraries print, to whichever stream, goes to stderr
     * and erases the line of progress first: results are the command's alone. They find nothing on stdin, where rows may
     * come from.
     */
    public void own() {
        System.setIn(InputStream.nullInputStream());
        System.setOut(new SharedStream(err));
        System.setErr(new SharedStream(err));
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

    /** Why stdout could not be written to; empty if it could. */
    public Optional<IOException> failure() {
        return out.failure();
    }

    /** stderr, for what is no line of words. */
    public PrintStream err() {
        return err;
    }

    /** Draws a line at the end of stderr, in the place of the one that was drawn before; for terminals. */
    public void showStatus(String line) {
        status.draw(line);
    }

    /** Takes away the line that was drawn. */
    public void clearStatus() {
        status.erase();
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
            err.println(shown(line));
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
            err.println(YELLOW + HINT + PLAIN + shown(line));
        }
    }

    /** Tells what only --verbose wants to know. */
    public void detail(String line) {
        if (isVerbose()) {
            err.println(Printable.of(line));
        }
    }

    /** A line for people: safe to print, and not without end. */
    static String shown(String line) {
        return DisplayText.shortened(Printable.of(line), LONGEST);
    }
}
