// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import java.io.IOException;
import java.util.List;

/** Where lines go that several threads make, each those of some rows: they are put in order when they are delivered. */
interface LinesOut {
    /** What takes lines on one thread. */
    Part newPart();

    /** Lines of rows that stand together. */
    interface Part {
        /** Takes a line. */
        void add(List<String> cells);

        /** What delivers the lines since the last time, at their turn, by whatever thread. */
        Delivery end();
    }

    /** Lines that are ready. */
    interface Delivery {
        /** Hands them over. */
        void deliver() throws IOException;
    }
}
