// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossEntropyTest {
    @Test
    void ofYesAndNoIsTheMeanSurprise() {
        assertThat(CrossEntropy.mean(new float[] {0.75f, 0.75f}, new float[] {1, 0}, 1))
                .isCloseTo(-(Math.log(0.75) + Math.log(0.25)) / 2, within(1e-12));
    }

    @Test
    void ofClassesCountsTheRightOnesAlone() {
        float[] probabilities = {0.5f, 0.25f, 0.25f, 0.125f, 0.125f, 0.75f};
        assertThat(CrossEntropy.mean(probabilities, new float[] {1, 0, 0, 0, 1, 0}, 3))
                .isCloseTo((Math.log(2) + Math.log(8)) / 2, within(1e-10));
    }

    @Test
    void certaintyThatIsWrongCostsAFiniteAmount() {
        assertThat(CrossEntropy.mean(new float[] {1, 0}, new float[] {0, 1}, 1))
                .isCloseTo(-Math.log(1e-7), within(1e-6));
        assertThat(CrossEntropy.mean(new float[] {0, 1}, new float[] {1, 0}, 2))
                .isCloseTo(-Math.log(1e-12), within(1e-6));
    }
}
