// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import java.io.IOException;

/** The reader of stdout has gone; there is nothing left to do, and nothing wrong. */
public final class ClosedOutput extends IOException {
    private static final long serialVersionUID = 1L;

    ClosedOutput(IOException cause) {
        super("stdout: closed by its reader", cause);
    }
}
