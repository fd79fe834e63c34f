// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.nn4j.api.Optimizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerContractTest {
    private static final String NAMES = "names its state, each entry once and always alike";
    private static final String DESCENT = "moves against the gradient";
    private static final String FINITE = "keeps parameters finite under finite gradients";
    private static final String WRITES = "writes nothing but its slice and changes no input";

    @Test
    void finds_nothing_in_a_sound_optimizer() {
        assertThat(new OptimizerContract().verify(new OptimizerMutants.Heavy())).allMatch(Verdict::passed);
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                argumentSet("no rate", new OptimizerMutants.NoRate(), "has a positive default rate"),
                argumentSet("names twice", new OptimizerMutants.NamesTwice(), NAMES),
                argumentSet("names badly", new OptimizerMutants.NamesBadly(), NAMES),
                argumentSet("declares nothing", new OptimizerMutants.DeclaresNothing(), DESCENT),
                argumentSet(
                        "forgets its decay",
                        new OptimizerMutants.ForgetsDecay(0.5),
                        "changes weight decay alone in withWeightDecay"),
                argumentSet("climbs", new OptimizerMutants.Climbs(), DESCENT),
                argumentSet("only decays", new OptimizerMutants.OnlyDecays(), DESCENT),
                argumentSet(
                        "decays at rate zero", new OptimizerMutants.DecaysAtRateZero(), "moves nothing at rate zero"),
                argumentSet("divides by the gradient", new OptimizerMutants.DividesByGradient(), FINITE),
                argumentSet("overflows", new OptimizerMutants.OverflowsToInfinity(), FINITE),
                argumentSet("writes one more", new OptimizerMutants.WritesOneMore(), WRITES),
                argumentSet("clears the gradient", new OptimizerMutants.ClearsGradient(), WRITES),
                argumentSet("advances scalars in update", new OptimizerMutants.AdvancesInUpdate(), WRITES),
                argumentSet(
                        "clips by the norm of a slice",
                        new OptimizerMutants.ClipsBySliceNorm(),
                        "gives the same bits however parameters are sliced"),
                argumentSet(
                        "counts steps in the object",
                        new OptimizerMutants.CountsSteps(),
                        "resumes from its state to the same bits"),
                argumentSet(
                        "keeps the velocity in the object",
                        new OptimizerMutants.KeepsVelocity(),
                        "serves two trainings in turn without mixing them"),
                argumentSet(
                        "shares a scratch array",
                        new OptimizerMutants.SharesScratch(),
                        "gives the same bits on two threads at once"));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void finds_each_fault_by_the_check_that_is_meant_for_it(Optimizer optimizer, String check) {
        assertThat(Findings.of(new OptimizerContract(), optimizer)).contains(check);
    }

    @Test
    void a_problem_names_the_seed_that_shows_it_again() {
        assertThat(new OptimizerContract(42).verify(new OptimizerMutants.Climbs()))
                .filteredOn(verdict -> verdict.check().equals(DESCENT))
                .singleElement()
                .extracting(verdict -> verdict.problem().orElseThrow())
                .asString()
                .contains("after step 1", "(seed 42)");
    }
}
