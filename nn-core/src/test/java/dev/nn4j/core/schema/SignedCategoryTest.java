// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.core.encoding.InputEncoder;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.fitting.FeatureFitter;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two categories as one input: −1, 1, and 0 for what is neither. */
class SignedCategoryTest {
    private static final List<String> SEXES = List.of("female", "male");

    private static float[] encoded(Feature feature, float... raw) {
        return new InputEncoder(List.of(feature), Scaler.none()).encodeAll(raw);
    }

    @Test
    void theFirstIsMinusOneAndTheSecondOne() {
        CategoryKind kind = new CategoryKind(SEXES, Unseen.ZEROS, true);
        assertThat(kind.inputWidth()).isEqualTo(1);
        assertThat(kind.inputNames("sex")).containsExactly("sex=male");
        assertThat(encoded(new Feature("sex", kind, Missing.error()), 0, 1, 1)).containsExactly(-1, 1, 1);
    }

    @Test
    void whatIsUnseenIsZeroOrAnError() {
        Feature zeros = new Feature("sex", new CategoryKind(SEXES, Unseen.ZEROS, true), Missing.error());
        Feature error = new Feature("sex", new CategoryKind(SEXES, Unseen.ERROR, true), Missing.error());
        assertThat(encoded(zeros, 2, 0.5f, -1)).containsExactly(0, 0, 0);
        assertThat(encoded(error, 2)).containsExactly(Float.NaN);
    }

    @Test
    void whatIsMissingIsZeroAndNotedOrWhatFillsIt() {
        CategoryKind kind = new CategoryKind(SEXES, Unseen.ERROR, true);
        Feature noted = new Feature("sex", kind, new Missing(MissingPolicy.OWN_CATEGORY, false, List.of()));
        Feature filled = new Feature("sex", kind, new Missing(MissingPolicy.MOST_FREQUENT, true, List.of(1f)));
        assertThat(encoded(noted, Float.NaN, 0)).containsExactly(0, 1, -1, 0);
        assertThat(encoded(filled, Float.NaN, 0)).containsExactly(1, 1, -1, 0);
    }

    @Test
    void isForPairsWithoutAnInputForRareOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CategoryKind(List.of("a", "b", "c"), Unseen.ZEROS, true))
                .withMessage(
                        "category: one signed input is for two categories, and unseen zeros or error, got 3, unseen"
                                + " zeros; take them one-hot");
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryKind(SEXES, Unseen.RARE, true));
        assertThat(CategoryKind.signedIfPair(SEXES, Unseen.RARE))
                .isEqualTo(new CategoryKind(SEXES, Unseen.ZEROS, true))
                .isNotEqualTo(new CategoryKind(SEXES, Unseen.ZEROS));
        assertThat(CategoryKind.signedIfPair(List.of("a"), Unseen.RARE))
                .isEqualTo(new CategoryKind(List.of("a"), Unseen.RARE));
    }

    @Test
    void isMadeOfWhateverPairTheTrainingRowsHave() {
        Table table = Tables.of(
                column -> new FoundCategories(0, Unseen.ERROR).cellType(),
                "a,b,c,t",
                "x,1,u,0",
                "y,2,v,0",
                "x,3,u,0",
                "y,1,w,0",
                "x,1,u,0",
                "x,2,v,0");
        ColumnPlan pairs = ColumnPlan.of(new FoundCategories(2, Unseen.RARE, true));
        List<Feature> features = FeatureFitter.fit(table, List.of("a", "b", "c"), column -> pairs);
        assertThat(features).extracting(Feature::inputWidth).containsExactly(1, 1, 1);
        assertThat(FeatureFitter.fit(table, "b", ColumnPlan.of(new FoundCategories(0, Unseen.ZEROS, true)))
                        .inputWidth())
                .isEqualTo(3);
    }
}
