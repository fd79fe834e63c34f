// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Divides records by ranges of their keys, which hashes fill evenly, so that partitions stand in order. */
final class KeyRanges extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int partitions;

    KeyRanges(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object record) {
        long first = Integer.toUnsignedLong(ByteBuffer.wrap((byte[]) record).getInt());
        return (int) (first * partitions >>> Integer.SIZE);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyRanges that && partitions == that.partitions;
    }

    @Override
    public int hashCode() {
        return Objects.hash(partitions);
    }
}
