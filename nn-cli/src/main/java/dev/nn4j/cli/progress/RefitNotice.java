// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

/** Says that a training begins anew. */
final class RefitNotice {
    private RefitNotice() {}

    static String of(int rows, int epochs) {
        return "training again on all " + rows + " rows, for " + epochs + (epochs == 1 ? " epoch" : " epochs");
    }
}
