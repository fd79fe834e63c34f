// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A stream that plugins and libraries print to, which stays open whoever closes it: it is not theirs alone. */
final class SharedStream extends PrintStream {
    SharedStream(OutputStream out) {
        super(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        flush();
    }
}
