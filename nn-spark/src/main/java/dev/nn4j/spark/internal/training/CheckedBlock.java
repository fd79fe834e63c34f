// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import java.io.Serializable;

/**
 * A block as it is kept.
 *
 * @param block its rows
 * @param checksum of them, computed when it was made
 */
record CheckedBlock(Block block, long checksum) implements Serializable {
    static CheckedBlock of(Block block) {
        return new CheckedBlock(block, block.checksum());
    }

    int number() {
        return block.number();
    }
}
