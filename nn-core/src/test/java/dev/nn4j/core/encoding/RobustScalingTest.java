// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Median and quartiles in place of mean and deviation, and the bend that keeps what is far off near. */
class RobustScalingTest {
    private static final float INFINITE = Float.POSITIVE_INFINITY;

    @ParameterizedTest
    @EnumSource(names = {"ROBUST", "ROBUST_SMOOTH"})
    void subtractsTheMedianAndDividesByTheDistanceOfTheQuartiles(Scaling scaling) {
        Scaler scaler = Scaler.fit(scaling, new float[] {5, 1, 3, 2, 100, 4}, 1);
        assertThat(scaler.shift()).containsExactly(3.5f);
        assertThat(scaler.scale()).containsExactly(4.75f - 2.25f);
    }

    @Test
    void quartilesLieOnStraightLinesBetweenNeighbours() {
        for (int count = 1; count <= 40; count++) {
            float[] sorted = Rows.numbers(count, count);
            Arrays.sort(sorted);
            Quartiles quartiles = new Quartiles(count);
            for (float number : sorted) {
                quartiles.pass(number, 1);
            }
            for (int k = 0; k <= 4; k++) {
                double place = (count - 1) * k / 4.0;
                int below = (int) place;
                double expected = sorted[below]
                        + (place - below) * (sorted[Math.min(below + 1, count - 1)] - (double) sorted[below]);
                assertThat(quartiles.at(k)).as("%d of %d", k, count).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfTheRowsDoesNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] column = new float[300_000];
        for (int i = 0; i < column.length; i++) {
            column[i] = random.nextInt(3) == 0 ? random.nextInt(5) : (float) random.nextGaussian();
        }
        Scaler scaler = Scaler.fit(Scaling.ROBUST, column, 1);
        Arrays.sort(column);
        assertThat(scaler).as("seed %d", seed).isEqualTo(Scaler.fit(Scaling.ROBUST, column, 1));
        assertThat(scaler.shift()).containsExactly((float) (((double) column[149_999] + column[150_000]) / 2));
    }

    @Test
    void whereTheQuartilesAreOneHalfTheRangeDivides() {
        Scaler scaler = Scaler.fit(Scaling.ROBUST, new float[] {0, 0, 0, 0, 0, 0, 0, 40, 0}, 1);
        assertThat(scaler.shift()).containsExactly(0);
        assertThat(scaler.scale()).containsExactly(20);
        assertThat(applied(scaler, 0, 40)).containsExactly(0, 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"ROBUST", "ROBUST_SMOOTH"})
    void aConstantColumnIsZeroWhateverComes(Scaling scaling) {
        for (float constant : new float[] {7, 0, -Float.MAX_VALUE}) {
            Scaler scaler = Scaler.fit(scaling, new float[] {constant, constant, constant}, 1);
            for (float x : applied(scaler, constant, 8, 0, Float.MAX_VALUE, -Float.MAX_VALUE)) {
                assertThat(Math.abs(x)).as("%s", constant).isZero();
            }
        }
    }

    @Test
    void spreadsThatNoFloatHoldsAreTheNearestThatOneDoes() {
        assertThat(Scaler.fit(Scaling.ROBUST, new float[] {-3e38f, -3e38f, 3e38f, 3e38f}, 1)
                        .scale())
                .containsExactly(Float.MAX_VALUE);
        assertThat(Scaler.fit(Scaling.ROBUST, new float[] {0, 0, 0, 0, 0, Float.MIN_VALUE}, 1)
                        .scale())
                .containsExactly(Float.MIN_VALUE);
    }

    @Test
    void theBendRisesAndStaysWithinItsBoundsForEveryFloat() {
        Scaler scaler = Scaler.of(Scaling.ROBUST_SMOOTH, new float[] {0.3f}, new float[] {1.7f});
        float last = -3;
        for (int key = keyOf(-Float.MAX_VALUE); key < keyOf(Float.MAX_VALUE); key += 997) {
            float bent = applied(scaler, floatOf(key))[0];
            assertThat(bent >= last && bent <= 3).as("at %s", floatOf(key)).isTrue();
            last = bent;
        }
        assertThat(applied(scaler, -Float.MAX_VALUE, Float.MAX_VALUE, 0.3f, Float.NaN))
                .containsExactly(-3, 3, 0, Float.NaN);
    }

    @Test
    void neighboursNearTheBoundsKeepTheirOrder() {
        Scaler scaler = Scaler.of(Scaling.ROBUST_SMOOTH, new float[] {0}, new float[] {1});
        for (float from : new float[] {0.1f, 3, 30, 300, 3000, 12_000, 1e6f, 1e20f}) {
            float x = from;
            float last = applied(scaler, x)[0];
            for (int i = 0; i < 20_000; i++) {
                x = Math.nextUp(x);
                float bent = applied(scaler, x)[0];
                assertThat(bent >= last).as("at %s", x).isTrue();
                last = bent;
            }
        }
    }

    @Test
    void theBendIsThatOfTheRecipe() {
        Scaler scaler = Scaler.of(Scaling.ROBUST_SMOOTH, new float[] {2}, new float[] {4});
        for (float x : new float[] {-50, 0, 2, 3, 14, 1000}) {
            double z = (x - 2.0) / 4;
            assertThat((double) applied(scaler, x)[0]).isCloseTo(z / Math.sqrt(1 + Math.pow(z / 3, 2)), within(2e-7));
        }
    }

    @Test
    void whatAPolicyFillsInIsNoValue() {
        Feature filled = new Feature("x", new NumberKind(), new Missing(MissingPolicy.MEAN, true, List.of(1000f)));
        float[] raw = {Float.NaN, 1, Float.NaN, 2, Float.NaN, 3, Float.NaN};
        Scaler scaler = Scaler.fit(Scaling.ROBUST_SMOOTH, List.of(filled), raw);
        assertThat(scaler.shift()).containsExactly(2, 0);
        assertThat(scaler.scale()).containsExactly(1, 1);
        assertThat(scaler.bounds()).containsExactly(3, INFINITE);
    }

    @Test
    void aMedianThatFillsIsZeroOnceItIsScaled() {
        Feature filled = new Feature("x", new NumberKind(), new Missing(MissingPolicy.MEDIAN, true, List.of(2f)));
        float[] raw = {Float.NaN, 1, Float.NaN, 2, Float.NaN, 3, Float.NaN};
        Scaler scaler = Scaler.fit(Scaling.ROBUST_SMOOTH, List.of(filled), raw);
        assertThat(new InputEncoder(List.of(filled), scaler).encodeAll(new float[] {Float.NaN, 2}))
                .containsExactly(0, 1, 0, 0);
    }

    @Test
    void zerosAndOnesStayAsTheyAre() {
        List<Feature> features = List.of(
                new Feature("c", new CategoryKind(List.of("a", "b", "d"), Unseen.ZEROS), Missing.error()),
                new Feature("b", new BooleanKind(), Missing.error()),
                Feature.number("x"));
        float[] raw = {0, 1, 5, 1, 0, 6, 2, 1, 7, 1, 1, 8};
        InputEncoder encoder = new InputEncoder(features, Scaler.fit(Scaling.ROBUST_SMOOTH, features, raw));
        assertThat(encoder.encodeAll(new float[] {2, 1, 6.5f})).containsExactly(0, 0, 1, 1, 0);
    }

    @Test
    void zerosAndOnesAreScaledByTheSameRuleIfAsked() {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        new Feature("c", new CategoryKind(List.of("a", "b", "d"), Unseen.ZEROS), Missing.error()),
                        new Feature("s", new CategoryKind(List.of("m", "w"), Unseen.ZEROS, true), Missing.error()),
                        new Feature("b", new BooleanKind(), Missing.error()),
                        new Feature("x", new NumberKind(), new Missing(MissingPolicy.MEDIAN, true, List.of(3f)))))
                .targets(List.of("t"))
                .build();
        Table table = Tables.of(
                column -> column.equals("t")
                        ? CellType.NUMBER
                        : schema.features()
                                .get(schema.featureNames().indexOf(column))
                                .cellType(),
                "c,s,b,x,t",
                "a,m,1,1,0",
                "b,w,0,2,0",
                "b,w,1,3,0",
                "b,w,0,?,0",
                "b,w,1,4,0",
                "b,w,0,5,0");
        Scaler scaler = Scaler.fitInputs(Scaling.ROBUST, true, schema, table);
        assertThat(scaler.scalesCategories()).isTrue();
        assertThat(scaler.shift()).containsExactly(0, 1, 0, 1, 0.5f, 3, 0);
        assertThat(scaler.scale()).containsExactly(0.5f, 0.5f, INFINITE, 1, 1, 2, 0.5f);
        assertThat(Scaler.fitInputs(Scaling.STANDARD, true, schema, table).scale()[0])
                .isEqualTo((float) Math.sqrt(5 / 36.0));
        assertThat(Scaler.fitInputs(Scaling.ROBUST, schema, table)).isNotEqualTo(scaler);
    }

    @Test
    void aBoundedScalingIsNotInverted() {
        Scaler scaler = Scaler.of(Scaling.ROBUST_SMOOTH, new float[] {0}, new float[] {1});
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> scaler.invert(new float[] {1}, 1, 1))
                .withMessage("scaler: robust-smooth cannot be inverted");
    }

    @Test
    void boundsMustBeAboveZeroAndAsManyAsColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaler.smooth(new float[] {1}, new float[] {1}, new float[] {0}))
                .withMessage("scaler: column 0 must have a bound above 0, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaler.smooth(new float[] {1}, new float[] {1}, new float[] {3, 3}))
                .withMessage("scaler: shift and bounds must have one length, got 1 and 2");
    }

    private static float[] applied(Scaler scaler, float... values) {
        float[] scaled = new float[values.length];
        scaler.apply(values, 0, scaled, 0, values.length, 1);
        return scaled;
    }

    /** Ints in the order of floats. */
    private static int keyOf(float number) {
        int bits = Float.floatToIntBits(number);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    private static float floatOf(int key) {
        return Float.intBitsToFloat(key ^ (key >> 31 & Integer.MAX_VALUE));
    }
}
