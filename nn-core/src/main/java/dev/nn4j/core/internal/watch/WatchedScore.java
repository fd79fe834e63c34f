// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

/** A figure of all rows' outputs beside their targets, which are shown some rows at a time, in order. */
interface WatchedScore {
    /** Forgets all rows. */
    void begin();

    /** Takes so many rows in, the first of which has this number. */
    void add(int first, int rows, float[] outputs, float[] targets);

    /** The figure of all rows; not a number where it is not defined. */
    double value();
}
