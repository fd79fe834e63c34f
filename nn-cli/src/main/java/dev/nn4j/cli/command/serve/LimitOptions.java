// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.serve;

import picocli.CommandLine.Option;

/** How much the server takes. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LimitOptions {
    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "8388608",
            description = "Bytes of a request (default: 8388608); more are refused with 413.")
    private long body;

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Rows of a request (default: 100000); more are refused with 413.")
    private int rows;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Time for a request to arrive, and again to be answered (default: 30); then 408 or 503.")
    private double seconds;

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            defaultValue = "256",
            description = "Requests at once (default: 256); more are refused with 429.")
    private int requests;

    long body() {
        return body;
    }

    int rows() {
        return rows;
    }

    double seconds() {
        return seconds;
    }

    int requests() {
        return requests;
    }
}
