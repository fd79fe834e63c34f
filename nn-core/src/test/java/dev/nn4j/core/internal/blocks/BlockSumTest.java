// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums over rows: a chain in a block of 4096, and the blocks as a tree that their numbers alone decide. */
class BlockSumTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 8192, 12_288, 12_289, 16_384, 20_000, 28_672, 45_057, 131_072})
    void aSumIsTheTreeOfItsBlocksChains(int rows) {
        double[] values = values(rows);
        assertThat(sum(values)).isEqualTo(rows == 0 ? 0 : tree(values, 0, blocks(rows)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 20_000})
    void valuesOfConsecutiveRowsAreAddedAsOneAfterTheOther(int first) {
        double[] values = values(9000);
        BlockSum together = new BlockSum();
        BlockSum oneByOne = new BlockSum();
        together.add(first, values, values.length);
        together.add(first + values.length, values, 100);
        for (int i = 0; i < values.length + 100; i++) {
            oneByOne.add(first + i, values[i % values.length]);
        }
        assertThat(together.total()).isEqualTo(oneByOne.total());
    }

    @Test
    void eightBlocksArePairsOfPairsOfPairs() {
        double tiny = 0x1p-53; // half of what 1 can still tell
        double[] b = {1, tiny, tiny, tiny, tiny, tiny, tiny, tiny};
        BlockSum sum = new BlockSum();
        for (int block = 0; block < 8; block++) {
            sum.add(block * 4096L + 17, b[block]);
        }
        assertThat(sum.total())
                .isEqualTo(((b[0] + b[1]) + (b[2] + b[3])) + ((b[4] + b[5]) + (b[6] + b[7])))
                .isEqualTo(1 + 6 * tiny);
        assertThat(b[0] + b[1] + b[2] + b[3] + b[4] + b[5] + b[6] + b[7]).isEqualTo(1);
    }

    /** What lets several machines add beforehand what lies with them. */
    @Test
    void anAlignedRunOfBlocksIsOneNodeOfEverySumThatHasIt() {
        double[] values = values(13 * 4096 + 5);
        double[] run = new double[4 * 4096];
        System.arraycopy(values, 4 * 4096, run, 0, run.length);
        double[] before = new double[4 * 4096];
        System.arraycopy(values, 0, before, 0, before.length);
        double[] behind = new double[values.length - 8 * 4096];
        System.arraycopy(values, 8 * 4096, behind, 0, behind.length);
        assertThat((sum(before) + sum(run)) + sum(behind)).isEqualTo(sum(values));
    }

    @Test
    void rowsMayBeLeftOutAndHaveSeveralValues() {
        BlockSum sum = new BlockSum();
        BlockSum same = new BlockSum();
        for (int row = 0; row < 40_000; row++) {
            same.add(row, row % 20_000 == 19_999 ? 0.1 : 0);
        }
        sum.add(19_999, 0.05);
        sum.add(19_999, 0.05);
        sum.add(39_999, 0.1);
        assertThat(sum.total()).isEqualTo(same.total());
    }

    @Test
    void aSumThatGoesOnIsWholeAtEveryRowAndNewAfterAReset() {
        double[] values = values(20_000);
        BlockSum sum = new BlockSum();
        for (int row = 0; row < values.length; row++) {
            sum.add(row, values[row]);
            if (row == 12_000) {
                assertThat(sum.total()).isEqualTo(tree(values, 0, 3, 12_001));
            }
        }
        assertThat(sum.total()).isEqualTo(tree(values, 0, 5));
        sum.reset();
        sum.add(0, 0.25);
        assertThat(sum.total()).isEqualTo(0.25);
    }

    @Test
    void aColumnOfManyIsSummedLikeOne() {
        double[] values = values(3 * 30_001);
        BlockSums sums = new BlockSums(3);
        double[][] columns = new double[3][30_001];
        for (int i = 0; i < values.length; i++) {
            sums.add(i / 3, i % 3, values[i]);
            columns[i % 3][i / 3] = values[i];
        }
        assertThat(sums.totals()).containsExactly(sum(columns[0]), sum(columns[1]), sum(columns[2]));
    }

    @Test
    void noMoreRunsWaitThanBlocksHaveBits() {
        assertThat(Blocks.mostRuns(1)).isEqualTo(1);
        assertThat(Blocks.mostRuns(2)).isEqualTo(2);
        assertThat(Blocks.mostRuns(4)).isEqualTo(3);
        assertThat(Blocks.mostRuns(5)).isEqualTo(4);
        assertThat(Blocks.of(0)).isEqualTo(1);
        assertThat(Blocks.of(4096)).isEqualTo(1);
        assertThat(Blocks.of(4097)).isEqualTo(2);
        assertThat(Blocks.of(Integer.MAX_VALUE)).isEqualTo(1 << 19);
    }

    private static double sum(double[] values) {
        BlockSum sum = new BlockSum();
        for (int row = 0; row < values.length; row++) {
            sum.add(row, values[row]);
        }
        return sum.total();
    }

    private static double tree(double[] values, int first, int blocks) {
        return tree(values, first, blocks, values.length);
    }

    private static double tree(double[] values, int first, int blocks, int rows) {
        if (blocks == 1) {
            double chain = 0;
            for (int row = first * 4096; row < Math.min(rows, (first + 1) * 4096); row++) {
                chain += values[row];
            }
            return chain;
        }
        int half = 1;
        while (2 * half < blocks) {
            half *= 2;
        }
        return tree(values, first, half, rows) + tree(values, first + half, blocks - half, rows);
    }

    private static int blocks(int rows) {
        return (rows + 4095) / 4096;
    }

    private static double[] values(int count) {
        Random random = new Random(count);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian() * Math.pow(10, random.nextInt(8));
        }
        return values;
    }
}
