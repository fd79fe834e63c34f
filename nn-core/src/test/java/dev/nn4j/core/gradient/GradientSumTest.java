// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientSumTest {
    private static final long SEED = 20261130;
    private static final BatchLoss LOSS = new BatchLoss(0.1, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8, 11, 16, 37})
    void theSumIsTheTreeOverTheBlocksInWhateverOrderTheyCome(int blocks) {
        Random random = new Random(SEED + blocks);
        float[] values = new float[blocks];
        double[] losses = new double[blocks];
        List<Integer> order = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            values[block] = random.nextFloat() - 0.5f;
            losses[block] = random.nextDouble();
            order.add(block);
        }
        for (int round = 0; round < 20; round++) {
            GradientSum sum = new GradientSum(blocks);
            order.forEach(block -> sum.add(block, new float[] {values[block]}, new BatchLoss(losses[block], 2)));
            float[] total = new float[1];
            BatchLoss loss = sum.total(total);
            assertThat(total[0]).as("seed %d, order %s", SEED, order).isEqualTo(tree(values, 0, blocks));
            assertThat(loss).isEqualTo(new BatchLoss(tree(losses, 0, blocks), 2 * blocks));
            Collections.shuffle(order, random);
        }
    }

    @Test
    void aTotalMayBeAskedForAgain() {
        GradientSum sum = new GradientSum(3);
        for (int block = 0; block < 3; block++) {
            sum.add(block, new float[] {block}, LOSS);
        }
        float[] once = new float[1];
        float[] again = new float[1];
        assertThat(sum.total(once)).isEqualTo(sum.total(again));
        assertThat(once).containsExactly(3);
        assertThat(again).containsExactly(3);
    }

    @Test
    void blocksThatDoNotBelongAreRefused() {
        GradientSum sum = new GradientSum(4);
        sum.add(0, new float[2], LOSS);
        sum.add(1, new float[2], LOSS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum.add(1, new float[2], LOSS))
                .withMessage("gradient sum: block 1 was given before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum.add(4, new float[2], LOSS))
                .withMessage("gradient sum: block must be in [0, 3], got 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum.add(2, new float[3], LOSS))
                .withMessage("gradient sum: block 2 has 3 values, the others have 2");
        assertThatIllegalStateException()
                .isThrownBy(() -> sum.total(new float[2]))
                .withMessage("gradient sum: 2 of 4 blocks have not been given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientSum(0))
                .withMessage("gradient sum: must have at least 1 block, got 0");
    }

    private static float tree(float[] values, int first, int blocks) {
        if (blocks == 1) {
            return values[first];
        }
        int half = Integer.highestOneBit(blocks - 1);
        return tree(values, first, half) + tree(values, first + half, blocks - half);
    }

    private static double tree(double[] values, int first, int blocks) {
        if (blocks == 1) {
            return values[first];
        }
        int half = Integer.highestOneBit(blocks - 1);
        return tree(values, first, half) + tree(values, first + half, blocks - half);
    }

    @Test
    void anArrayOfAnotherLengthIsRefusedAndNothingIsLost() {
        GradientSum sum = new GradientSum(1);
        sum.add(0, new float[] {1, 2}, LOSS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum.total(new float[1]))
                .withMessage("gradient sum: the array for the total must have 2 values, got 1");
        assertThatNullPointerException().isThrownBy(() -> sum.total(null));
        assertThatNullPointerException().isThrownBy(() -> new GradientSum(1).add(0, null, LOSS));
        float[] total = new float[2];
        sum.total(total);
        assertThat(total).containsExactly(1, 2);
    }
}
