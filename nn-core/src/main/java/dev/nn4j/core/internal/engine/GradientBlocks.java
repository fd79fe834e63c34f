// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.blocks.Blocks;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums gradients in the order of {@link Blocks}: each block's in one chain, and the blocks as a tree. The runs that wait
 * for others are a stack, whose first is the sum itself; the rest are made when a batch first needs them.
 */
final class GradientBlocks {
    private final int parameters;
    private final List<float[]> runs = new ArrayList<>();
    private int waiting;

    /** For so many trained parameters. */
    GradientBlocks(int parameters) {
        this.parameters = parameters;
    }

    /** Where the chunk that begins with this row of the batch adds its gradient. */
    float[] of(int first, float[] sum) {
        if (first == 0) {
            waiting = 0;
        }
        return run(waiting, sum);
    }

    /** Whether the chunk that begins with this row of the batch is the first of its block. */
    static boolean begins(int first) {
        return first % Blocks.ROWS == 0;
    }

    /** After the last chunk of a block, adds runs that belong together; after the last of the batch, all. */
    void ended(int first, int next, int batchRows, float[] sum) {
        boolean last = next == batchRows;
        if (!last && next % Blocks.ROWS != 0) {
            return;
        }
        waiting++;
        int additions = last ? waiting - 1 : Blocks.additionsAfter(Blocks.ofRow(first));
        for (int i = 0; i < additions; i++) {
            waiting--;
            add(run(waiting - 1, sum), run(waiting, sum));
        }
    }

    private float[] run(int index, float[] sum) {
        if (index == 0) {
            return sum;
        }
        if (index > runs.size()) {
            runs.add(new float[parameters]);
        }
        return runs.get(index - 1);
    }

    private static void add(float[] sum, float[] other) {
        for (int i = 0; i < other.length; i++) {
            sum[i] += other[i];
        }
    }
}
