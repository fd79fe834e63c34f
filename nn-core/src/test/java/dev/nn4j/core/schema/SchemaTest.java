// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.DataException;
import dev.nn4j.api.TargetKind;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.encoding.TargetEncoder;
import dev.nn4j.core.sample.Tables;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final List<Feature> XY = Feature.numbers("x", "y");

    private static Schema schema(Task task, List<String> targets, List<String> labels, int positive) {
        return Schema.builder(task)
                .features(XY)
                .targets(targets)
                .labels(labels)
                .positiveClass(positive)
                .build();
    }

    private static Schema binary(int positive) {
        return schema(Task.BINARY, List.of("t"), List.of("no", "yes"), positive);
    }

    private static Schema multiclass() {
        return schema(Task.MULTICLASS, List.of("t"), List.of("a", "b", "c"), 0);
    }

    @Test
    void theTaskDecidesTheWidthOfTheOutput() {
        assertThat(binary(1).outputs()).isEqualTo(1);
        assertThat(multiclass().outputs()).isEqualTo(3);
        assertThat(schema(Task.REGRESSION, List.of("t", "u"), List.of(), 0).outputs())
                .isEqualTo(2);
        assertThat(schema(Task.MULTILABEL, List.of("t", "u", "v"), List.of(), 0).outputs())
                .isEqualTo(3);
    }

    @Test
    void columnsAreReadAsWhatTheyAreFor() {
        assertThat(binary(1).cellType("x")).isEqualTo(CellType.NUMBER);
        assertThat(binary(1).cellType("t")).isEqualTo(CellType.TEXT);
        assertThat(binary(1).cellType("other")).isEqualTo(CellType.SKIPPED);
        assertThat(schema(Task.REGRESSION, List.of("t"), List.of(), 0).cellType("t"))
                .isEqualTo(CellType.NUMBER);
    }

    @Test
    void positiveMeansMoreThanOneHalf() {
        assertThat(binary(1).decide(new float[] {0.5f}, 0)).isZero();
        assertThat(binary(1).decide(new float[] {9, Math.nextUp(0.5f)}, 1)).isEqualTo(1);
        assertThat(binary(0).decide(new float[] {0.75f}, 0)).isZero();
        assertThat(binary(0).decide(new float[] {0.25f}, 0)).isEqualTo(1);
    }

    @Test
    void aDecisionMayHaveAnotherThreshold() {
        Schema careful = Schema.builder(Task.BINARY)
                .features(XY)
                .targets(List.of("t"))
                .labels(List.of("no", "yes"))
                .positiveClass(1)
                .decision(Decision.above(0.75f))
                .build();
        assertThat(careful.decide(new float[] {0.75f}, 0)).isZero();
        assertThat(careful.decide(new float[] {0.875f}, 0)).isEqualTo(1);
        assertThat(binary(1).decision()).isEqualTo(Decision.above(0.5f)).isEqualTo(Decision.MORE_LIKELY);
        assertThat(careful.withDecision(Decision.MORE_LIKELY))
                .isEqualTo(binary(1))
                .isNotEqualTo(careful);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decision.above(1))
                .withMessage("decision: a threshold must be in [0, 1), got 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Decision.above(Float.NaN));
    }

    @Test
    void thresholdsAreForOutputsThatSayYesOrNo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> multiclass().withDecision(Decision.above(0.25f)))
                .withMessageContaining("thresholds are for binary and multi-label models, this one is multi-class");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> binary(1).withDecision(Decision.above(0.25f, 0.75f)))
                .withMessageContaining("must be as many as the outputs, 1, got [0.25, 0.75]");
        assertThat(multiclass().withDecision(Decision.above(0.5f, 0.5f, 0.5f))).isEqualTo(multiclass());
    }

    @Test
    void ofEqualClassesTheFirstIsDecidedFor() {
        assertThat(multiclass().decide(new float[] {0.25f, 0.375f, 0.375f}, 0)).isEqualTo(1);
        assertThat(multiclass().decide(new float[] {0, 0, 1, 0, 0}, 2)).isZero();
    }

    @Test
    void theProbabilitiesOfTwoLabelsAddUpToOne() {
        assertThat(binary(1).probability(new float[] {0.25f}, 0, 1)).isEqualTo(0.25f);
        assertThat(binary(1).probability(new float[] {0.25f}, 0, 0)).isEqualTo(0.75f);
        assertThat(multiclass().probability(new float[] {9, 0.5f, 0.25f, 0.25f}, 1, 2))
                .isEqualTo(0.25f);
    }

    @Test
    void targetsAreEncodedAsTheTaskWantsThem() {
        assertThat(encode(binary(1), "t", "yes", "no")).containsExactly(1, 0);
        assertThat(encode(binary(0), "t", "yes", "no")).containsExactly(0, 1);
        assertThat(encode(multiclass(), "t", "c", "a")).containsExactly(0, 0, 1, 1, 0, 0);
        Schema numbers = schema(Task.REGRESSION, List.of("t", "u"), List.of(), 0);
        assertThat(encode(numbers, "t,u", "1.5,2", "-3,4")).containsExactly(1.5f, 2, -3, 4);
    }

    @Test
    void anUnknownLabelIsRefusedWithItsPlace() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> encode(binary(1), "t", "yes", "maybe"))
                .withMessage(
                        "data.csv:3:1: label 'maybe' is not among those the model learnt: no, yes; correct it or leave the row out");
    }

    @Test
    void aYesOrNoTargetIsZeroOrOne() {
        Schema labels = schema(Task.MULTILABEL, List.of("t", "u"), List.of(), 0);
        assertThat(encode(labels, "t,u", "1,0", "0,1")).containsExactly(1, 0, 0, 1);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> encode(labels, "t,u", "1,0", "0,2"))
                .withMessage("data.csv:3:2: target 'u' of a multi-label task must be 0 or 1, got 2.0");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertRefused(
                "a model needs at least one feature",
                () -> Schema.builder(Task.REGRESSION)
                        .features(Feature.numbers())
                        .targets(List.of("t"))
                        .build());
        assertRefused("a model needs at least one target", () -> schema(Task.REGRESSION, List.of(), List.of(), 0));
        assertRefused(
                "feature names must differ, got [x, x]",
                () -> Schema.builder(Task.REGRESSION)
                        .features(Feature.numbers("x", "x"))
                        .targets(List.of("t"))
                        .build());
        assertRefused(
                "target names must differ, got [t, t]", () -> schema(Task.REGRESSION, List.of("t", "t"), List.of(), 0));
        assertRefused(
                "label names must differ, got [a, a]",
                () -> schema(Task.MULTICLASS, List.of("t"), List.of("a", "a"), 0));
        assertRefused(
                "binary takes one target column, got [t, u]",
                () -> schema(Task.BINARY, List.of("t", "u"), List.of("a", "b"), 0));
        assertRefused(
                "binary takes two labels, got [a, b, c]",
                () -> schema(Task.BINARY, List.of("t"), List.of("a", "b", "c"), 0));
        assertRefused("regression with labels [a]", () -> schema(Task.REGRESSION, List.of("t"), List.of("a"), 0));
        assertRefused("multi-class with labels []", () -> schema(Task.MULTICLASS, List.of("t"), List.of(), 0));
        assertRefused(
                "positive class must be the index of a label, got 2",
                () -> schema(Task.BINARY, List.of("t"), List.of("a", "b"), 2));
    }

    @Test
    void theLossDecidesTheTask() {
        assertThat(Task.of(TargetKind.NUMBERS, 2)).isEqualTo(Task.REGRESSION);
        assertThat(Task.of(TargetKind.ONE_HOT, 1)).isEqualTo(Task.MULTICLASS);
        assertThat(Task.of(TargetKind.BINARY, 1)).isEqualTo(Task.BINARY);
        assertThat(Task.of(TargetKind.BINARY, 2)).isEqualTo(Task.MULTILABEL);
    }

    private static void assertRefused(String problem, ThrowingCallable made) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessage("schema: " + problem);
    }

    private static float[] encode(Schema schema, String header, String... rows) {
        return new TargetEncoder(schema).encode(Tables.of(schema::cellType, header, rows));
    }
}
