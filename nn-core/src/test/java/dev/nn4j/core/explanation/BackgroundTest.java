// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.schema.Schema;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rows that others are compared with are drawn, and the same each time. */
class BackgroundTest {
    private final RealTables wine = RealTables.wine();
    private final Schema schema = wine.predictor().schema();

    private static Set<String> rows(float[] rows) {
        Set<String> found = new HashSet<>();
        for (int row = 0; row < rows.length; row += 4) {
            found.add(Arrays.toString(Arrays.copyOfRange(rows, row, row + 4)));
        }
        return found;
    }

    @Test
    void aTableAndItsRawRowsGiveTheSame() {
        Background ofRows = Background.sampled(schema, wine.rows(), wine.count(), 20, 3);

        assertThat(Background.drawn(schema, wine.table(), 20, 3).rows()).containsExactly(ofRows.rows());
        assertThat(ofRows.count()).isEqualTo(20);
        assertThat(rows(ofRows.rows())).hasSize(20).isSubsetOf(rows(wine.rows()));
    }

    @Test
    void anotherSeedDrawsOthers() {
        assertThat(Background.sampled(schema, wine.rows(), wine.count(), 20, 4).rows())
                .isNotEqualTo(Background.sampled(schema, wine.rows(), wine.count(), 20, 3)
                        .rows());
    }

    @Test
    void whereThereAreNoMoreItIsAll() {
        Background all = Background.sampled(schema, wine.rows(), wine.count(), 1000, 3);

        assertThat(all.rows()).containsExactly(wine.rows());
        assertThat(Background.of(schema, wine.rows(), wine.count()).rows()).containsExactly(wine.rows());
    }

    @Test
    void eachRowIsAsLikely() {
        int[] drawn = new int[10];
        float[] numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        Schema one = FormulaPredictor.regression((x, at) -> x[at], "x").schema();
        for (int seed = 0; seed < 2000; seed++) {
            for (float row : Background.sampled(one, numbers, 10, 3, seed).rows()) {
                drawn[(int) row]++;
            }
        }
        // 600 each, with a standard deviation of 20
        assertThat(Arrays.stream(drawn).allMatch(count -> count > 500 && count < 700))
                .isTrue();
    }
}
