// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The build runs this module's tests on the machine's vectors, then on vectors of at most eight floats, then of four. */
class LanesTest {
    @Test
    void lanesAreAsManyAsTheMachineHasUnlessTheJvmIsTold() {
        int most = Integer.getInteger("nn.lanes.most", Integer.MAX_VALUE);

        assertThat(Lanes.COUNT).isBetween(4, most);
    }
}
