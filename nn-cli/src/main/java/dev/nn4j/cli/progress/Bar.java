// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

/** A bar of characters that is filled to a share. */
final class Bar {
    private Bar() {}

    /** {@code [=====>      ]}, the room between its ends so many columns. */
    static String of(double share, int room) {
        int done = (int) (room * Math.max(0, Math.min(1, share)));
        String head = done < room ? ">" : "";
        return "[" + "=".repeat(done) + head + " ".repeat(room - done - head.length()) + "]";
    }
}
