// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowOrderTest {
    private static final int[] IN_ORDER = IntStream.range(0, 100).toArray();

    @Test
    void withoutShufflingRowsComeInOrder() {
        RowOrder order = new RowOrder(100, false, 1);
        assertThat(order.ofEpoch(1)).containsExactly(IN_ORDER);
        assertThat(order.ofEpoch(2)).containsExactly(IN_ORDER);
    }

    @Test
    void everyEpochTakesEveryRowOnceInAnOrderOfItsOwn() {
        RowOrder order = new RowOrder(100, true, 1);
        int[] first = order.ofEpoch(1).clone();
        int[] second = order.ofEpoch(2).clone();
        assertThat(first).containsExactlyInAnyOrder(IN_ORDER).isNotEqualTo(IN_ORDER);
        assertThat(second).containsExactlyInAnyOrder(IN_ORDER).isNotEqualTo(first);
    }

    @Test
    void theOrderOfAnEpochNeedsNoneBeforeIt() {
        RowOrder fresh = new RowOrder(100, true, 1);
        RowOrder used = new RowOrder(100, true, 1);
        IntStream.range(1, 7).forEach(used::ofEpoch);
        assertThat(fresh.ofEpoch(7)).isEqualTo(used.ofEpoch(7));
    }

    @Test
    void anotherSeedIsAnotherOrder() {
        assertThat(new RowOrder(100, true, 1).ofEpoch(1)).isNotEqualTo(new RowOrder(100, true, 2).ofEpoch(1));
    }
}
