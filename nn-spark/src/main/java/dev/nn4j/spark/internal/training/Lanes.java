// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import java.util.Objects;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/**
 * Where blocks lie: those of one lane together, and lanes that are neighbours beside each other. A batch has as many blocks of
 * each lane, so that every partition has its share of it, in runs that it can add by itself.
 */
final class Lanes extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int lanes;
    private final int partitions;

    Lanes(int lanes, int partitions) {
        this.lanes = lanes;
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object block) {
        long lane = (Integer) block % lanes;
        return (int) (lane * partitions / lanes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lanes that && lanes == that.lanes && partitions == that.partitions;
    }

    @Override
    public int hashCode() {
        return Objects.hash(lanes, partitions);
    }
}
