// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Activation;
import dev.nn4j.testkit.internal.ActivationGradient;
import dev.nn4j.testkit.junit.ContractTests;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract lets sound activations pass and finds each planted bug by the check that is meant for it. */
final class ActivationContractTest {
    private static final String GRADIENT = "backward agrees with finite differences";
    private static final String RANGE = "keeps the range it promises";
    private static final String NAN_IN = "passes NaN on";
    private static final String SPECIAL = "bears zeros, infinities and NaN";
    private static final String CLAMP = "is the clamp it declares";
    private static final String NAN_OUT = "gives no NaN for finite input";
    private static final String SLICE = "reads and writes nothing outside its slice";
    private static final String SPLIT = "gives the same bits when a batch is split between rows";
    private static final String MEMORY = "gives the same bits whatever was asked before";
    private static final String THREADS = "gives the same bits on two threads at once";
    private static final String ONNX = "is what its ONNX form computes";
    private static final String NAMES = "names the coefficients that it trains";
    private static final String DERIVATIVE = "derivatives by its coefficients agree with finite differences";
    private static final String ELSEWHERE = "does all this wherever training moves its coefficients";
    private static final String INITIALIZER = "names a suitable initializer";

    @TestFactory
    Stream<DynamicTest> anElementwiseActivationPasses() {
        return ContractTests.of(new ActivationContract(), new ActivationMutants.Sound());
    }

    @TestFactory
    Stream<DynamicTest> anActivationThatSaysHowOnnxWritesItPasses() {
        return ContractTests.of(new ActivationContract(), new ActivationMutants.SoundInOnnx());
    }

    @TestFactory
    Stream<DynamicTest> aRowwiseActivationPasses() {
        return ContractTests.of(new ActivationContract(), new ActivationMutants.SoundRows());
    }

    @TestFactory
    Stream<DynamicTest> anActivationWithKinksPasses() {
        return ContractTests.of(new ActivationContract(), new ActivationMutants.Kinked());
    }

    @TestFactory
    Stream<DynamicTest> anActivationThatTrainsCoefficientsPasses() {
        return ContractTests.of(new ActivationContract(), new TrainedActivationMutants.SoundTrained());
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                Arguments.of(GRADIENT, new ActivationMutants.OnePerCentSteeper()),
                Arguments.of(GRADIENT, new ActivationMutants.WrongSign()),
                Arguments.of(GRADIENT, new ActivationMutants.WrongOnTheLeft()),
                Arguments.of(GRADIENT, new ActivationMutants.ForgetsUpstream()),
                Arguments.of(GRADIENT, new ActivationMutants.KinkedTooSteep()),
                Arguments.of(GRADIENT, new ActivationMutants.JacobianNotTransposed()),
                Arguments.of(RANGE, new ActivationMutants.PromisesUnitInterval()),
                Arguments.of(RANGE, new ActivationMutants.PromisesDistribution()),
                Arguments.of(ONNX, new ActivationMutants.OtherInOnnx()),
                Arguments.of(ONNX, new ActivationMutants.MisnamedInOnnx()),
                Arguments.of(CLAMP, new ActivationMutants.DeclaresClamp()),
                Arguments.of(CLAMP, new ActivationMutants.ClampsElsewhere()),
                Arguments.of(NAN_IN, new ActivationMutants.SwallowsNan()),
                Arguments.of(SPECIAL, new ActivationMutants.LooksUpTable()),
                Arguments.of(NAN_OUT, new ActivationMutants.OverflowsForward()),
                Arguments.of(NAN_OUT, new ActivationMutants.OverflowsBackward()),
                Arguments.of(SLICE, new ActivationMutants.WorksWholeArray()),
                Arguments.of(SLICE, new ActivationMutants.CopiesWholeArray()),
                Arguments.of(SLICE, new ActivationMutants.WritesOneTooMany()),
                Arguments.of(SLICE, new ActivationMutants.LeavesFirst()),
                Arguments.of(SLICE, new ActivationMutants.ReadsNeighbour()),
                Arguments.of(SLICE, new ActivationMutants.AddsToOutput()),
                Arguments.of(SLICE, new ActivationMutants.ChangesInput()),
                Arguments.of(SLICE, new ActivationMutants.ChangesUpstream()),
                Arguments.of(SPLIT, new ActivationMutants.NormalizesWholeSlice()),
                Arguments.of(MEMORY, new ActivationMutants.CountsCalls()),
                Arguments.of(THREADS, new ActivationMutants.SharesScratch()),
                Arguments.of(NAMES, new TrainedActivationMutants.NamesTwice()),
                Arguments.of(DERIVATIVE, new TrainedActivationMutants.ForgetsTheOther()),
                Arguments.of(DERIVATIVE, new TrainedActivationMutants.DerivesWholeArray()),
                Arguments.of(DERIVATIVE, new TrainedActivationMutants.SharesAmongUnits()),
                Arguments.of(ELSEWHERE, new TrainedActivationMutants.GoesBackFromTheStart()),
                Arguments.of(ELSEWHERE, new TrainedActivationMutants.ChangesCoefficients()),
                Arguments.of(ELSEWHERE, new TrainedActivationMutants.OtherCoefficientsInOnnx()),
                Arguments.of(INITIALIZER, new ActivationMutants.NamesNoInitializer()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mutants")
    void finds(String check, Activation mutant) {
        List<String> failed = new ActivationContract()
                .verify(mutant).stream()
                        .filter(verdict -> !verdict.passed())
                        .map(Verdict::check)
                        .toList();
        assertThat(failed).contains(check);
    }

    @Test
    void findsAnErrorOfOnePerCentFromEverySeed() {
        for (long seed = 0; seed < 40; seed++) {
            assertThat(ActivationGradient.problem(
                            new ActivationMutants.OnePerCentSteeper(), new SplittableRandom(seed)))
                    .as("seed %d", seed)
                    .isPresent();
        }
    }

    @Test
    void findsNoErrorInASoundGradientFromAnySeed() {
        for (Activation sound : List.of(
                new ActivationMutants.Sound(), new ActivationMutants.SoundRows(), new ActivationMutants.Kinked())) {
            for (long seed = 0; seed < 40; seed++) {
                assertThat(ActivationGradient.problem(sound, new SplittableRandom(seed)))
                        .as("%s, seed %d", sound.name(), seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void aProblemShowsTheInputAndTheSeed() {
        Optional<String> problem = new ActivationContract(42)
                .verify(new ActivationMutants.WrongSign()).stream()
                        .filter(verdict -> verdict.check().equals(GRADIENT))
                        .findFirst()
                        .flatMap(Verdict::problem);
        assertThat(problem)
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("at z = ")
                        .contains("da = ", "dz is ", "finite differences give ")
                        .endsWith("(seed 42)"));
    }
}
