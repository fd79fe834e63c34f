// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.training;

import dev.nn4j.core.encoding.DataSet;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Encoded rows that belong together, or a piece of them.
 *
 * @param number which block of the training rows
 * @param first place of its first row in the block; 0 of a whole one
 * @param inputs row by row
 * @param targets row by row
 * @param weights one for each row; empty where all weigh the same
 */
record Block(int number, int first, float[] inputs, float[] targets, float[] weights) implements Serializable {
    /** One of pieces, in whatever order these come. */
    static Block of(List<Block> pieces) {
        List<Block> sorted =
                pieces.stream().sorted(Comparator.comparingInt(Block::first)).toList();
        return sorted.size() == 1
                ? sorted.get(0)
                : new Block(
                        sorted.get(0).number,
                        0,
                        joined(sorted.stream().map(Block::inputs).toList()),
                        joined(sorted.stream().map(Block::targets).toList()),
                        joined(sorted.stream().map(Block::weights).toList()));
    }

    /** The rows of whole blocks, one behind the other. */
    static DataSet rows(List<Block> blocks, int inputWidth, int targetWidth) {
        DataSet rows = DataSet.of(
                joined(blocks.stream().map(Block::inputs).toList()),
                inputWidth,
                joined(blocks.stream().map(Block::targets).toList()),
                targetWidth);
        float[] weights = joined(blocks.stream().map(Block::weights).toList());
        return weights.length == 0 ? rows : rows.withWeights(weights);
    }

    private static float[] joined(List<float[]> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** By which a block that was made again is known to be the same. */
    long checksum() {
        return (long) checksum(inputs) << Integer.SIZE
                | Integer.toUnsignedLong(31 * checksum(targets) + checksum(weights));
    }

    private static int checksum(float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Block that
                && number == that.number
                && first == that.first
                && Arrays.equals(inputs, that.inputs)
                && Arrays.equals(targets, that.targets)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * number + first;
    }
}
