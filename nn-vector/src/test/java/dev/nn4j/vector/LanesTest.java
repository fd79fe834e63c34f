// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The build runs this module's tests twice, the second time on narrow vectors. */
class LanesTest {
    @Test
    void lanesAreAsManyAsTheMachineHasButAtMostEight() {
        int expected = Integer.getInteger("nn.lanes", Lanes.COUNT);

        assertThat(Lanes.COUNT).isEqualTo(expected).isIn(4, 8);
    }
}
