// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.table.Table;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A median that is counted is the one that sorting finds, bit for bit. */
class MedianFitterTest {
    private static final ColumnPlan PLAN = ColumnPlan.number().withMissing(MissingPolicy.MEDIAN);
    private static final long SEED = 20261202;

    private static float median(int rows, IntToDoubleFunction number) {
        double[] numbers = new double[rows];
        Arrays.setAll(numbers, number);
        Table table = Table.ofColumns(name -> CellType.NUMBER_OR_MISSING)
                .numbers("x", numbers)
                .build();
        FeatureFitter counted = new MedianFitter(table, "x", new NumberKind(), PLAN);
        FeatureFitter sorted = new KnownKindFitter(table, "x", new NumberKind(), PLAN);
        Feature found = fit(counted, rows);
        assertThat(found).as("seed " + SEED).isEqualTo(fit(sorted, rows));
        return found.missing().fill().get(0);
    }

    private static Feature fit(FeatureFitter fitter, int rows) {
        fitter.see(0, rows / 3);
        fitter.see(rows / 3, rows);
        return fitter.fit();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10_000, 10_001})
    void numbersOfAllSizesHaveTheMedianThatSortingFinds(int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (double size : new double[] {1e-40, 1e-3, 1, 1e9, 1e38}) {
            double[] numbers = random.doubles(rows, -size, size).toArray();
            median(rows, row -> row > 0 && row % 7 == 0 ? Double.NaN : numbers[row]);
        }
    }

    @Test
    void theTwoInTheMiddleMayHaveNoBitInCommon() {
        assertThat(median(4, row -> new double[] {-8, -1, 3, 9}[row])).isEqualTo(1f);
    }

    @Test
    void zerosOfBothSignsAreOneNumber() {
        assertThat(median(5, row -> row < 3 ? -0.0 : 0.0)).isEqualTo(-0.0f);
        assertThat(median(3, row -> row < 1 ? -0.0 : 0.0)).isEqualTo(0.0f);
    }

    @Test
    void aColumnWithoutValuesHasNone() {
        assertThatThrownBy(() -> median(2, row -> Double.NaN))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has no value in any training row");
    }
}
