// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How strange each label would be. */
class LabelScoresTest {
    private static Schema labels(Task task, String... labels) {
        return Schema.builder(task)
                .features(Feature.numbers("x"))
                .targets(List.of("t"))
                .labels(List.of(labels))
                .positiveClass(task == Task.BINARY ? 1 : 0)
                .build();
    }

    private static final Schema THREE = labels(Task.MULTICLASS, "a", "b", "c");

    @Test
    void byLacALabelIsAsStrangeAsItIsImprobable() {
        float[] row = {9, 0.5f, 0.125f, 0.375f};
        assertThat(new LabelScores(THREE, ConformalMethod.LAC).of(row, 1)).containsExactly(0.5f, 0.875f, 0.625f);
    }

    @Test
    void byApsItIsTheSumOfAllThatAreMoreProbableAndItsOwn() {
        float[] row = {9, 0.5f, 0.125f, 0.375f};
        assertThat(new LabelScores(THREE, ConformalMethod.APS).of(row, 1)).containsExactly(0.5f, 1, 0.875f);
    }

    @Test
    void ofEqualLabelsTheFirstCountsAsMoreProbable() {
        assertThat(new LabelScores(THREE, ConformalMethod.APS).of(new float[] {0.25f, 0.5f, 0.25f}, 0))
                .containsExactly(0.75f, 0.5f, 1);
    }

    @Test
    void ofTwoLabelsTheOutputIsThePositivesProbability() {
        Schema two = labels(Task.BINARY, "no", "yes");
        assertThat(new LabelScores(two, ConformalMethod.LAC).of(new float[] {0.75f}, 0))
                .containsExactly(0.75f, 0.25f);
        assertThat(new LabelScores(two, ConformalMethod.APS).of(new float[] {0.75f}, 0))
                .containsExactly(1, 0.75f);
    }

    @Test
    void ofSeveralLabelsAtOnceEachHasANoAndAYes() {
        Schema several = Schema.builder(Task.MULTILABEL)
                .features(Feature.numbers("x"))
                .targets(List.of("a", "b"))
                .build();
        LabelScores scores = new LabelScores(several, ConformalMethod.LAC);
        assertThat(scores.of(new float[] {9, 0.25f, 1}, 1, 0)).containsExactly(0.25f, 0.75f);
        assertThat(scores.of(new float[] {9, 0.25f, 1}, 1, 1)).containsExactly(1, 0);
        assertThatThrownBy(() -> new LabelScores(several, ConformalMethod.APS))
                .hasMessage("conformal: aps is for one label of several, this model is multi-label");
    }

    /** Sums of floats may be a little above one. */
    @Test
    void noScoreIsAboveOne() {
        float third = 0.33333334f;
        assertThat(new LabelScores(THREE, ConformalMethod.APS).of(new float[] {third, third, third}, 0)[2])
                .isEqualTo(1);
    }

    @Test
    void otherAnswersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelScores(THREE, ConformalMethod.ABSOLUTE))
                .withMessage("conformal: absolute is for numbers, this model is multi-class");
    }
}
