// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

/** How values of a type are had from the buffers of a batch. */
@FunctionalInterface
interface ValueReading {
    /** The values, from the next buffers. */
    ArrowColumn.Values read(BatchBuffers buffers);

    /** Whether a buffer stands before them that says which there are. */
    default boolean hasPresence() {
        return true;
    }
}
