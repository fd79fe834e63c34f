// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

/** What nn's exit codes mean; scripts rely on them. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** A bug in nn. */
    public static final int BUG = 1;
    /** Wrong usage. */
    public static final int USAGE = 2;
    /** Bad data. */
    public static final int DATA = 3;
    /** Bad model file. */
    public static final int MODEL = 4;
    /** Bad configuration. */
    public static final int CONFIGURATION = 5;
    /** A third party's component is missing or broken. */
    public static final int PLUGIN = 6;
    /** A file cannot be read or written. */
    public static final int FILE = 7;
    /** Training diverged. */
    public static final int DIVERGED = 8;
    /** A training that was done again gave other bits. */
    public static final int DIFFERENT = 9;
    /** Interrupted by the user. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
