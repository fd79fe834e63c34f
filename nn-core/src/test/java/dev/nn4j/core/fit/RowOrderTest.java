// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.internal.rules.RowOrder;
import dev.nn4j.core.table.WordArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowOrderTest {
    private static final int[] IN_ORDER = IntStream.range(0, 100).toArray();

    @Test
    void withoutShufflingRowsComeInOrder() {
        RowOrder order = new RowOrder(WordArray.inHeap(100), false, 1);
        assertThat(ints(order.ofEpoch(1))).containsExactly(IN_ORDER);
        assertThat(ints(order.ofEpoch(2))).containsExactly(IN_ORDER);
    }

    @Test
    void everyEpochTakesEveryRowOnceInAnOrderOfItsOwn() {
        RowOrder order = new RowOrder(WordArray.inHeap(100), true, 1);
        int[] first = ints(order.ofEpoch(1));
        int[] second = ints(order.ofEpoch(2));
        assertThat(first).containsExactlyInAnyOrder(IN_ORDER).isNotEqualTo(IN_ORDER);
        assertThat(second).containsExactlyInAnyOrder(IN_ORDER).isNotEqualTo(first);
    }

    @Test
    void theOrderOfAnEpochNeedsNoneBeforeIt() {
        RowOrder fresh = new RowOrder(WordArray.inHeap(100), true, 1);
        RowOrder used = new RowOrder(WordArray.inHeap(100), true, 1);
        IntStream.range(1, 7).forEach(used::ofEpoch);
        assertThat(ints(fresh.ofEpoch(7))).isEqualTo(ints(used.ofEpoch(7)));
    }

    @Test
    void anotherSeedIsAnotherOrder() {
        assertThat(ints(new RowOrder(WordArray.inHeap(100), true, 1).ofEpoch(1)))
                .isNotEqualTo(ints(new RowOrder(WordArray.inHeap(100), true, 2).ofEpoch(1)));
    }

    private static int[] ints(WordArray words) {
        return IntStream.range(0, (int) words.length()).map(words::get).toArray();
    }
}
