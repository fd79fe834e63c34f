// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.rules.BlockStripes;
import dev.nn4j.core.internal.rules.RowOrder;
import dev.nn4j.core.table.WordArray;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockStripesTest {
    private static final int BLOCK = 4096;
    private static final int ROWS = 11 * BLOCK + 5;

    private static int[] order(BlockStripes stripes, long seed, int epoch) {
        WordArray words = WordArray.inHeap(ROWS);
        WordArray order = new RowOrder(words, true, Optional.of(stripes), seed, Cancellation.none()).ofEpoch(epoch);
        return IntStream.range(0, ROWS).map(order::get).toArray();
    }

    /** Of each block's place, which block is there. */
    private static int[] blocks(int[] order) {
        return IntStream.range(0, 11).map(place -> order[place * BLOCK] / BLOCK).toArray();
    }

    @Test
    void blocksStayWholeAndTakeTurnsByLane() {
        int[] order = order(new BlockStripes(3, false), 7, 1);
        for (int i = 0; i < ROWS; i++) {
            assertThat(order[i] % BLOCK).isEqualTo(i % BLOCK);
        }
        int[] blocks = blocks(order);
        assertThat(blocks).containsExactlyInAnyOrder(IntStream.range(0, 11).toArray());
        for (int place = 0; place < 9; place++) {
            assertThat(blocks[place] % 3).isEqualTo(place % 3);
        }
        assertThat(new int[] {blocks[9], blocks[10]}).containsExactly(9, 10);
        assertThat(order[ROWS - 1]).isEqualTo(ROWS - 1);
    }

    @Test
    void seedAndEpochDecideTheOrder() {
        int[] one = blocks(order(new BlockStripes(1, false), 7, 1));
        assertThat(blocks(order(new BlockStripes(1, false), 7, 1))).isEqualTo(one);
        assertThat(blocks(order(new BlockStripes(1, false), 7, 2))).isNotEqualTo(one);
        assertThat(blocks(order(new BlockStripes(1, false), 8, 1))).isNotEqualTo(one);
    }

    @Test
    void rowsOfABlockMayChangePlacesWithinIt() {
        int[] order = order(new BlockStripes(1, true), 7, 1);
        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, ROWS).toArray());
        for (int place = 0; place < 11; place++) {
            int block = order[place * BLOCK] / BLOCK;
            assertThat(IntStream.range(place * BLOCK, (place + 1) * BLOCK).map(i -> order[i] / BLOCK))
                    .containsOnly(block);
        }
        assertThat(order[0] % BLOCK == 0 && order[1] % BLOCK == 1 && order[2] % BLOCK == 2)
                .isFalse();
    }

    @Test
    void moreLanesThanBlocksLeaveTheOrderAsItIs() {
        assertThat(blocks(order(new BlockStripes(12, false), 7, 1)))
                .containsExactly(IntStream.range(0, 11).toArray());
    }
}
