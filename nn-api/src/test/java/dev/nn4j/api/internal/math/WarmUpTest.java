// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void smallWorkAddsUpUntilThereHasBeenEnough() {
        WarmUp warmUp = new WarmUp(100);
        assertThat(warmUp.isOverAfter(60)).isFalse();
        assertThat(warmUp.isOverAfter(39)).isFalse();
        assertThat(warmUp.isOverAfter(1)).isTrue();
    }

    @Test
    void largeWorkIsEnoughByItself() {
        assertThat(new WarmUp(100).isOverAfter(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void itStaysOver() {
        WarmUp warmUp = new WarmUp(100);
        warmUp.isOverAfter(100);
        assertThat(warmUp.isOverAfter(0)).isTrue();
        assertThat(warmUp.isOverAfter(Long.MAX_VALUE)).isTrue();
    }
}
