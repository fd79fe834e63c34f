// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

/** How much goes to stderr. */
public enum Verbosity {
    /** Errors only. */
    QUIET,
    /** Errors, warnings and progress. */
    NORMAL,
    /** Also detail and stack traces. */
    VERBOSE
}
