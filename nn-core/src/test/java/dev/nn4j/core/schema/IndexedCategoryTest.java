// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.core.encoding.InputEncoder;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.fitting.FeatureFitter;
import dev.nn4j.core.plan.PlanSettings;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Categories of which the network sees the index. */
class IndexedCategoryTest {
    private static final List<String> SHOPS = List.of("a", "b", "c");
    private static final Missing OWN = new Missing(MissingPolicy.OWN_CATEGORY, false, List.of());

    private static Feature feature(Unseen unseen, Missing missing) {
        return new Feature("shop", CategoryKind.indexed(SHOPS, unseen), missing);
    }

    private static float[] encoded(Feature feature, float... raw) {
        return new InputEncoder(List.of(feature), Scaler.none()).encodeAll(raw);
    }

    @Test
    void areOneInputHoweverManyThereAre() {
        Feature feature = feature(Unseen.ERROR, Missing.error());
        assertThat(encoded(feature, 0, 1, 2, 1)).containsExactly(0, 1, 2, 1);
        assertThat(feature.inputNames()).containsExactly("shop");
        assertThat(feature.indices()).isEqualTo(3);
    }

    @Test
    void unseenOnesAreNoneOrAnErrorOrHaveAnIndexOfTheirOwn() {
        assertThat(encoded(feature(Unseen.ZEROS, Missing.error()), 3, 0.5f, -1)).containsExactly(-1, -1, -1);
        assertThat(encoded(feature(Unseen.ERROR, Missing.error()), 3)).containsExactly(Float.NaN);
        Feature rare = feature(Unseen.RARE, Missing.error());
        assertThat(encoded(rare, 3, 7, 2)).containsExactly(3, 3, 2);
        assertThat(rare.indices()).isEqualTo(4);
    }

    @Test
    void missingOnesHaveAnIndexOfTheirOwnBehindAllOthersAndNoInputMore() {
        Feature own = feature(Unseen.ZEROS, OWN);
        assertThat(encoded(own, Float.NaN, 2)).containsExactly(3, 2);
        assertThat(own.indices()).isEqualTo(4);
        assertThat(own.inputNames()).containsExactly("shop");
        Feature behindRare = feature(Unseen.RARE, OWN);
        assertThat(encoded(behindRare, Float.NaN, 5)).containsExactly(4, 3);
        assertThat(behindRare.indices()).isEqualTo(5);
    }

    @Test
    void orWhatFillsThemAndAnIndicatorThatSaysSo() {
        Feature filled = feature(Unseen.ZEROS, new Missing(MissingPolicy.MOST_FREQUENT, true, List.of(1f)));
        assertThat(encoded(filled, Float.NaN, 2)).containsExactly(1, 1, 2, 0);
        assertThat(filled.inputNames()).containsExactly("shop", "shop missing");
        assertThat(encoded(feature(Unseen.ZEROS, Missing.error()), Float.NaN)).containsExactly(Float.NaN);
    }

    /** An index is a name, no quantity. */
    @ParameterizedTest
    @EnumSource(Scaling.class)
    void noScalingTouchesAnIndex(Scaling scaling) {
        Table table = Tables.of(
                column -> column.equals("n")
                        ? ColumnPlan.number().cellType()
                        : CategoryKind.indexed(SHOPS, Unseen.ZEROS).cellType(),
                "shop,n,t",
                "a,1,0",
                "b,2,0",
                "c,5,0",
                "b,9,0");
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        feature(Unseen.ZEROS, new Missing(MissingPolicy.MOST_FREQUENT, true, List.of(1f))),
                        Feature.number("n")))
                .targets(List.of("t"))
                .build();
        for (boolean categories : new boolean[] {false, true}) {
            Scaler scaler = Scaler.fitInputs(scaling, categories, schema, table);
            float[] inputs = new InputEncoder(schema.features(), scaler).encodeAll(new float[] {2, 9, 7, 9});
            assertThat(inputs[0]).isEqualTo(2);
            assertThat(inputs[3]).isEqualTo(-1);
        }
    }

    @Test
    void areMadeWhereTheTrainingRowsHaveSoMany() {
        Table table = Tables.of(
                column -> new FoundCategories(0, Unseen.ERROR).cellType(), "a,b,t", "x,1,0", "y,2,0", "x,3,0", "y,?,0");
        ColumnPlan plan =
                new ColumnPlan(new FoundCategories(0, Unseen.ZEROS, true, 2), MissingPolicy.OWN_CATEGORY, false);
        List<Feature> features = FeatureFitter.fit(table, List.of("a", "b"), column -> plan);
        assertThat(features.get(0).kind())
                .as("a pair stays a signed input")
                .isEqualTo(new CategoryKind(List.of("x", "y"), Unseen.ZEROS, true));
        assertThat(features.get(1).kind()).isEqualTo(CategoryKind.indexed(List.of("1", "2", "3"), Unseen.ZEROS));
        assertThat(features.get(1).indices()).isEqualTo(4);
        ColumnPlan more = ColumnPlan.of(new FoundCategories(0, Unseen.ZEROS, false, 3));
        assertThat(FeatureFitter.fit(table, "a", more).indices()).isZero();
    }

    @Test
    void aPlanIsKeptInSettings() {
        for (KindPlan kind : List.of(
                new FoundCategories(3, Unseen.RARE, false, 20),
                new FoundCategories(0, Unseen.ZEROS, true, 1),
                CategoryKind.indexed(SHOPS, Unseen.RARE))) {
            ColumnPlan plan = new ColumnPlan(kind, MissingPolicy.OWN_CATEGORY, false);
            assertThat(PlanSettings.plan(PlanSettings.of(plan))).isEqualTo(plan);
        }
        assertThat(new CategoryKind(SHOPS, Unseen.RARE)).isNotEqualTo(CategoryKind.indexed(SHOPS, Unseen.RARE));
        assertThatIllegalArgumentException().isThrownBy(() -> new FoundCategories(0, Unseen.ZEROS, false, -1));
    }
}
