// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Initializer;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.testkit.junit.ContractTests;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract lets sound initializers pass and finds each planted bug by the check that is meant for it. */
final class InitializerContractTest {
    private static final String COMPLETE = "writes all of its slice with finite values";
    private static final String OUTSIDE = "writes nothing outside its slice";
    private static final String PLACE = "gives the same bits wherever the slice lies";
    private static final String MEMORY = "gives the same bits for the same stream, whatever was asked before";
    private static final String STREAM = "gives other weights for another stream";
    private static final String THREADS = "gives the same bits on two threads at once";

    @TestFactory
    Stream<DynamicTest> aRandomInitializerPasses() {
        return ContractTests.of(new InitializerContract(), new Sound());
    }

    @TestFactory
    Stream<DynamicTest> anInitializerThatDrawsNothingPasses() {
        return ContractTests.of(new InitializerContract(), new Diagonal());
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                Arguments.of(COMPLETE, new LeavesLast()),
                Arguments.of(COMPLETE, new SquareOnly()),
                Arguments.of(COMPLETE, new DividesByFanOutLessOne()),
                Arguments.of(OUTSIDE, new FillsWholeArray()),
                Arguments.of(OUTSIDE, new IgnoresFrom()),
                Arguments.of(PLACE, new DependsOnPlace()),
                Arguments.of(PLACE, new AddsToWhatIsThere()),
                Arguments.of(MEMORY, new OwnGenerator()),
                Arguments.of(MEMORY, new KeepsSpare()),
                Arguments.of(STREAM, new OwnSeed()),
                Arguments.of(THREADS, new SharesScratch()));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void finds(String check, Initializer mutant) {
        List<String> failed = new InitializerContract()
                .verify(mutant).stream()
                        .filter(verdict -> !verdict.passed())
                        .map(Verdict::check)
                        .toList();
        assertThat(failed).contains(check);
    }

    /** Gaussian weights. */
    public static class Sound implements Initializer {
        @Override
        public String name() {
            return "test:sound";
        }

        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            for (int i = from; i < from + fanIn * fanOut; i++) {
                w[i] = (float) random.nextGaussian();
            }
        }
    }

    /** The identity matrix, as far as there is one. */
    public static final class Diagonal extends Sound {
        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            for (int i = 0; i < fanIn * fanOut; i++) {
                w[from + i] = i / fanOut == i % fanOut ? 1 : 0;
            }
        }
    }

    private static final class LeavesLast extends Sound {
        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            float last = w[from + fanIn * fanOut - 1];
            super.initialize(w, from, fanIn, fanOut, random);
            w[from + fanIn * fanOut - 1] = last;
        }
    }

    private static final class SquareOnly extends Sound {
        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            super.initialize(w, from, Math.min(fanIn, fanOut), Math.min(fanIn, fanOut), random);
        }
    }

    private static final class DividesByFanOutLessOne extends Sound {
        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            super.initialize(w, from, fanIn, fanOut, random);
            w[from] /= fanOut - 1;
        }
    }

    private static final class FillsWholeArray extends Sound {
        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            super.initialize(w, 0, 1, w.length, random);
        }
    }

    private static final class IgnoresFrom extends Sound {
        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            super.initialize(w, 0, fanIn, fanOut, random);
        }
    }

    private static final class DependsOnPlace extends Sound {
        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            super.initialize(w, from, fanIn, fanOut, random);
            w[from] += from;
        }
    }

    private static final class AddsToWhatIsThere extends Sound {
        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            float before = w[from];
            super.initialize(w, from, fanIn, fanOut, random);
            w[from] += Float.isNaN(before) ? 0 : before;
        }
    }

    private static final class OwnGenerator extends Sound {
        private final Random own = new Random(1);

        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            for (int i = from; i < from + fanIn * fanOut; i++) {
                w[i] = own.nextFloat();
            }
        }
    }

    private static final class KeepsSpare extends Sound {
        private float spare;

        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            super.initialize(w, from, fanIn, fanOut, random);
            w[from] += spare;
            spare = w[from + fanIn * fanOut - 1];
        }
    }

    private static final class OwnSeed extends Sound {
        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            Random own = new Random(42);
            for (int i = from; i < from + fanIn * fanOut; i++) {
                w[i] = own.nextFloat();
            }
        }
    }

    private static final class SharesScratch extends Sound {
        private final float[] scratch = new float[1 << 12];
        private final Rendezvous middle = new Rendezvous();

        @Override
        public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
            super.initialize(scratch, 0, fanIn, fanOut, random);
            middle.come();
            System.arraycopy(scratch, 0, w, from, fanIn * fanOut);
        }
    }
}
