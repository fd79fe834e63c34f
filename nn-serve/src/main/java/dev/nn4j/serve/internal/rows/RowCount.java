// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import dev.nn4j.serve.internal.call.Refusal;

/** How many rows a request may have. */
final class RowCount {
    private RowCount() {}

    static void require(long rows, int most) {
        if (rows > most) {
            throw Refusal.tooLarge("a request may have " + most + " rows, got more; send them in parts");
        }
    }
}
