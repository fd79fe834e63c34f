// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.nn4j.api.Loss;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossContractTest {
    private static final String GRADIENT = "gradient agrees with finite differences";
    private static final String FORM = "over logits agrees with itself after the activation";
    private static final String SLICE = "reads and writes nothing outside its slice";

    static Stream<Loss> sound() {
        return Stream.of(
                new LossMutants.Squared(),
                new LossMutants.Absolute(),
                new LossMutants.Brier(),
                new LossMutants.BrierOverLogits());
    }

    @ParameterizedTest
    @MethodSource("sound")
    void finds_nothing_in_a_sound_loss(Loss loss) {
        assertThat(new LossContract().verify(loss)).allMatch(Verdict::passed);
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                argumentSet("one per cent off", new LossMutants.OnePerCentOff(), GRADIENT),
                argumentSet("wrong sign", new LossMutants.WrongSign(), GRADIENT),
                argumentSet("gradient of the sum", new LossMutants.GradientOfSum(), GRADIENT),
                argumentSet("wrong beyond a kink", new LossMutants.WrongBeyondKink(), GRADIENT),
                argumentSet("wrong gradient over logits", new LossMutants.FormWithWrongGradient(), GRADIENT),
                argumentSet("other scale over logits", new LossMutants.FormWithOtherScale(), FORM),
                argumentSet("form over anything", new LossMutants.FormOverAnything(), FORM),
                argumentSet("form for other targets", new LossMutants.FormForOtherTargets(), FORM),
                argumentSet(
                        "least far away",
                        new LossMutants.LeastFarAway(),
                        "is least where the prediction is the target"),
                argumentSet("swallows NaN", new LossMutants.SwallowsNan(), "passes NaN on"),
                argumentSet("makes NaN", new LossMutants.MakesNan(), "gives no NaN for finite input"),
                argumentSet("writes one row more", new LossMutants.WritesOneRowMore(), SLICE),
                argumentSet("writes its input", new LossMutants.WritesInput(), SLICE),
                argumentSet("adds to its output", new LossMutants.AddsToOutput(), SLICE),
                argumentSet("reads the whole array", new LossMutants.ReadsWholeArray(), SLICE),
                argumentSet(
                        "mixes rows",
                        new LossMutants.MixesRows(),
                        "gives the same bits when a batch is split between rows"),
                argumentSet("remembers", new LossMutants.Remembers(), "gives the same bits whatever was asked before"),
                argumentSet(
                        "shares a scratch array",
                        new LossMutants.SharesScratch(),
                        "gives the same bits on two threads at once"),
                argumentSet(
                        "a distribution of classes",
                        new LossMutants.NormalOfClasses(),
                        "says what it expects of targets and predictions"),
                argumentSet(
                        "the gradient of half of the outputs",
                        new LossMutants.NormalOfOneGradient(),
                        "gradient agrees with finite differences"),
                argumentSet(
                        "says nothing",
                        new LossMutants.SaysNothing(),
                        "says what it expects of targets and predictions"));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void finds_each_fault_by_the_check_that_is_meant_for_it(Loss loss, String check) {
        assertThat(Findings.of(new LossContract(), loss)).contains(check);
    }

    @Test
    void finds_one_per_cent_and_forgives_kinks_whatever_the_seed() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(gradientPasses(seed, new LossMutants.OnePerCentOff()))
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(gradientPasses(seed, new LossMutants.Absolute()))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(gradientPasses(seed, new LossMutants.Brier()))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    private static boolean gradientPasses(long seed, Loss loss) {
        return new LossContract(seed)
                .checks().stream()
                        .filter(check -> check.name().equals(GRADIENT))
                        .allMatch(check -> check.verify(loss, loss.name()).passed());
    }

    @Test
    void a_problem_names_the_input_and_the_seed_that_show_it_again() {
        assertThat(new LossContract(42).verify(new LossMutants.OnePerCentOff()))
                .filteredOn(verdict -> verdict.check().equals(GRADIENT))
                .singleElement()
                .extracting(verdict -> verdict.problem().orElseThrow())
                .asString()
                .contains("y = [", "t = [", "finite differences give", "(seed 42)");
    }
}
