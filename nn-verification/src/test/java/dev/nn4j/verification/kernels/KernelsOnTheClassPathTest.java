// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the class path the vector kernels need a flag; a program that would be faster for it is told so, once. */
class KernelsOnTheClassPathTest {
    @TempDir
    private static Path directory;

    private static Nn withoutTheFlag;

    @BeforeAll
    static void trainsTwice() throws Exception {
        withoutTheFlag = run(2, 8);
    }

    @Test
    void withoutTheFlagOneLineSaysWhichItIsAndWhatItBrings() {
        assertThat(kernelLines(withoutTheFlag))
                .singleElement()
                .asString()
                .endsWith("kernels: scalar, because the module jdk.incubator.vector is not there: add nn-vector to the"
                        + " module path, or run with --add-modules jdk.incubator.vector; results are the same, but"
                        + " training takes about three times as long as with vectors");
    }

    @Test
    void withTheFlagTheKernelsAreVectorsAndTheWeightsTheSame() throws Exception {
        Nn withTheFlag = run(2, 8, DistributionProgram.ADD_VECTORS);

        assertThat(kernelLines(withTheFlag)).singleElement().asString().contains("kernels: vector, ");
        assertThat(hashOf(withTheFlag)).isEqualTo(hashOf(withoutTheFlag));
    }

    @Test
    void aSmallJobHearsNothing() throws Exception {
        assertThat(kernelLines(run(1, 1))).isEmpty();
    }

    private static List<String> kernelLines(Nn program) {
        assertThat(program.exit()).as(program.err()).isZero();
        return program.out().lines().filter(line -> line.contains("kernels: ")).toList();
    }

    private static String hashOf(Nn program) {
        return program.out()
                .lines()
                .filter(line -> line.startsWith("hash "))
                .findFirst()
                .orElseThrow();
    }

    private static Nn run(int trainings, int epochs, String... options)
            throws IOException, InterruptedException, URISyntaxException {
        return DistributionProgram.run(
                directory,
                TrainingProgram.class,
                List.of(options),
                List.of(Integer.toString(trainings), Integer.toString(epochs)));
    }
}
