// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MixedEdgesTest {
    /** Of four bins each half has three quantiles; both begin and end alike. */
    @Test
    void halfTheEdgesAreQuantilesOfTheRowsAndHalfOfTheValuesThatDiffer() {
        assertThat(MixedEdges.of(new float[] {0, 0, 0, 1, 2, 3, 3, 3}, 4)).containsExactly(0, 1.5f, 3, 3, 3);
        assertThat(MixedEdges.of(new float[] {0, 0, 0, 1, 2, 5, 5, 9}, 4)).containsExactly(0, 1.5f, 2, 9, 9);
    }

    @Test
    void aColumnThatIsMostlyOneValueHasBinsForTheOthers() {
        float[] sorted = new float[1000];
        for (int i = 0; i < 80; i++) {
            sorted[920 + i] = i + 1;
        }
        float[] edges = MixedEdges.of(sorted, 64);

        assertThat(used(edges)).isGreaterThan(32);
        assertThat(edges).startsWith(0).endsWith(80);
    }

    @Test
    void aConstantColumnHasNoBins() {
        assertThat(MixedEdges.of(new float[] {7, 7, 7}, 64)).containsOnly(7);
        assertThat(MixedEdges.of(new float[] {7}, 2)).containsExactly(7, 7, 7);
        assertThat(MixedEdges.of(new float[0], 2)).containsExactly(0, 0, 0);
    }

    @Test
    void thereAreNeverMoreBinsThanAsked() {
        float[] sorted = new float[5000];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (float) Math.sqrt(i / 3);
        }
        for (int bins = 2; bins < 70; bins++) {
            float[] edges = MixedEdges.of(sorted, bins);
            assertThat(edges).hasSize(bins + 1);
            assertThat(used(edges)).isBetween(bins / 2, bins);
        }
    }

    @Test
    void betweenFewValuesThereAreBinsAllTheSame() {
        assertThat(MixedEdges.of(new float[] {-1, -1, 3}, 2)).containsExactly(-1, 3, 3);
        assertThat(MixedEdges.of(new float[] {-1, -1, -1, -1, -1, 3}, 4)).containsExactly(-1, 1, 3, 3, 3);
    }

    /** Checks, too, that what is behind the last edge repeats it. */
    private static int used(float[] edges) {
        int used = 0;
        while (used < edges.length - 1 && edges[used + 1] > edges[used]) {
            used++;
        }
        assertThat(Arrays.copyOfRange(edges, used, edges.length)).containsOnly(edges[used]);
        return used;
    }
}
