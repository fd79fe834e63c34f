// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When members of a pack leave, and who. */
class MilestonesTest {
    @Test
    void theyAreFixedSharesOfTheEpochs() {
        assertThat(Milestones.of(150)).containsExactly(10, 30, 70);
        assertThat(Milestones.of(100)).containsExactly(7, 20, 47);
        assertThat(Milestones.of(4)).containsExactly(1, 2);
        assertThat(Milestones.of(1)).isEmpty();
    }

    @Test
    void theWorseQuarterLeavesRoundedDown() {
        double[] costs = {5, 1, 7, 7, 2, 9, 3, 4};
        List<Integer> all = List.of(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(Milestones.staying(all, one -> costs[one]))
                .as("of equals the later leaves")
                .containsExactly(0, 1, 2, 4, 6, 7);
        assertThat(Milestones.staying(List.of(2, 5, 7), one -> costs[one])).containsExactly(2, 5, 7);
    }
}
