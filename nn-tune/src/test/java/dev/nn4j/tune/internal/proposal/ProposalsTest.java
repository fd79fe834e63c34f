// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune.internal.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalsTest {
    private static final Proposals PROPOSALS = new Proposals(new int[] {0, 3}, 7);
    private static final List<double[]> GOOD = List.of(new double[] {0.2, 2}, new double[] {0.25, 2});
    private static final List<double[]> OTHERS =
            List.of(new double[] {0.8, 0}, new double[] {0.9, 1}, new double[] {0.6, Double.NaN});

    @Test
    void whatATrialTriesDependsOnTheSeedAndItsNumberAlone() {
        assertThat(PROPOSALS.anywhere(5)).isEqualTo(new Proposals(new int[] {0, 3}, 7).anywhere(5));
        assertThat(PROPOSALS.anywhere(5)).isNotEqualTo(PROPOSALS.anywhere(6));
        assertThat(PROPOSALS.near(GOOD, OTHERS, 10, 4))
                .usingRecursiveComparison()
                .isEqualTo(PROPOSALS.near(GOOD, OTHERS, 10, 4));
    }

    @Test
    void pointsLieNearTheGoodAndNotAllInOnePlace() {
        List<double[]> near = PROPOSALS.near(GOOD, OTHERS, 10, 8);
        assertThat(near).hasSize(8);
        assertThat(near.stream().mapToDouble(point -> point[0]).average().orElseThrow())
                .isLessThan(0.5);
        assertThat(near.stream().filter(point -> point[1] == 2).count()).isGreaterThanOrEqualTo(4);
        assertThat(near.stream().map(point -> point[0]).distinct()).hasSize(8);
        assertThat(near).allMatch(point -> point[0] >= 0 && point[0] < 1);
    }

    @Test
    void withNothingKnownAllIsAsLikely() {
        List<double[]> near = PROPOSALS.near(List.of(), List.of(), 0, 50);
        assertThat(near.stream().filter(point -> point[0] < 0.5).count()).isBetween(15L, 35L);
    }
}
