// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import java.io.Serializable;

/** What the driver remembers of a block. */
record BlockNote(int number, int rows, long checksum) implements Serializable {
    static BlockNote of(CheckedBlock kept, int targetWidth) {
        return new BlockNote(kept.number(), kept.block().targets().length / targetWidth, kept.checksum());
    }
}
