// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSumTest {
    @Test
    void adds_element_j_to_partial_j_mod_8_and_combines_as_the_tree() {
        Random random = new Random(1);
        for (int length = 1; length <= 40; length++) {
            float[] x = new float[length + 3];
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextFloat() * (1 << random.nextInt(12));
            }
            float[] p = new float[8];
            for (int j = 0; j < length; j++) {
                p[j % 8] += x[2 + j];
            }
            float expected = ((p[0] + p[4]) + (p[2] + p[6])) + ((p[1] + p[5]) + (p[3] + p[7]));
            assertThat(RowSum.of(x, 2, 2 + length)).as("length %d", length).isEqualTo(expected);
        }
    }
}
