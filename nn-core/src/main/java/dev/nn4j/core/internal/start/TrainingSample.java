// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.start;

/** Rows of a training as they reach a layer, chunk by chunk, as often as they are asked for. */
public interface TrainingSample {
    /** Receives consecutive rows. */
    interface Rows {
        /**
         * Takes rows.
         *
         * @param first number of the first
         * @param count how many
         * @param x holds them from index 0 on; valid during the call
         */
        void take(int first, int count, float[] x);
    }

    /** Number of rows. */
    int rows();

    /** Numbers to a row. */
    int width();

    /** Hands out all rows, in their order. */
    void pass(Rows rows);
}
