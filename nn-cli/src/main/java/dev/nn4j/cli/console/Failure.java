// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import dev.nn4j.api.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** What ends a command, where no exception of the library says it: an exit code and a line. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Failure(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The command line asks for what cannot be. */
    public static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message, null);
    }

    /** A file cannot be read or written. */
    public static Failure file(String message) {
        return new Failure(ExitCode.FILE, message, null);
    }

    /** A model file failed its verification. */
    public static Failure model(String message) {
        return new Failure(ExitCode.MODEL, message, null);
    }

    /** A plugin that was to be verified is not what it should be. */
    public static Failure plugin(String message) {
        return new Failure(ExitCode.PLUGIN, message, null);
    }

    /**
     * A fault of the configuration in this file.
     *
     * @param origin what is added where something else than the file says what is wrong; else nothing
     */
    public static Failure configuration(String file, ConfigurationException fault, String origin) {
        return new Failure(ExitCode.CONFIGURATION, file + ": " + fault.getMessage() + origin, fault);
    }

    /** A training that was done again gave other bits. */
    public static Failure different(String message) {
        return new Failure(ExitCode.DIFFERENT, message, null);
    }

    /** The user pressed Ctrl-C. */
    public static Failure interrupted(String message) {
        return new Failure(ExitCode.INTERRUPTED, message, null);
    }

    /** nn's exit code. */
    public int exitCode() {
        return exitCode;
    }
}
