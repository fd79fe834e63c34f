// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the class path the vector kernels need a flag; a program that would be faster for it is told so, once. */
class KernelsOnTheClassPathTest {
    private static final String ADD_VECTORS = "--add-modules=jdk.incubator.vector";

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
        Nn withTheFlag = run(2, 8, ADD_VECTORS);

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

    /** All but the command line, which has a say in what is logged; so Logback prints everything. */
    private static String libraries() throws IOException {
        try (Stream<Path> jars = Files.list(Built.distribution().resolve("lib"))) {
            return jars.filter(jar -> !jar.getFileName().toString().startsWith("nn-cli"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static Nn run(int trainings, int epochs, String... options)
            throws IOException, InterruptedException, URISyntaxException {
        Path tests = Path.of(TrainingProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", tests + File.pathSeparator + libraries()));
        command.addAll(List.of(TrainingProgram.class.getName(), Integer.toString(trainings), Integer.toString(epochs)));
        return Nn.run(directory, command);
    }
}
