// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the class path, vectors for FloatMath need nn-vector and a flag; without either there are the same bits. */
class ClassPathTest {
    private static final String ADD_VECTORS = "--add-modules=jdk.incubator.vector";
    private static final String LOG_CLASSES = "-Xlog:class+load:stdout";
    private static final String VECTOR_CLASS = "dev.nn4j.vector.";
    /** Enough times for vectors to pay, at 15,120 numbers a time. */
    private static final int MANY = 4500;

    @TempDir
    Path directory;

    @Test
    void withoutVectorsTheResultsAreTheSameAndNothingIsSaid() throws Exception {
        Nn scalar = run(List.of("nn-api"), 1260, MANY);
        assertThat(scalar.out()).matches("-?\\d+\n");
        assertThat(scalar.err()).isEmpty();
        assertThat(run(List.of("nn-api", "nn-core", "nn-vector"), 1260, MANY)).isEqualTo(scalar);
        assertThat(run(List.of("nn-api"), 1260, MANY, ADD_VECTORS).out()).isEqualTo(scalar.out());
        Nn vectors = run(List.of("nn-api", "nn-core", "nn-vector"), 1260, MANY, ADD_VECTORS, LOG_CLASSES);
        assertThat(vectors.out()).contains(VECTOR_CLASS, "\n" + scalar.out());
    }

    @Test
    void fewOrShortSlicesLoadNoClassOfThem() throws Exception {
        assertThatNothingIsLoaded(run(List.of("nn-api", "nn-core", "nn-vector"), 1260, 1, ADD_VECTORS, LOG_CLASSES));
        assertThatNothingIsLoaded(run(List.of("nn-api", "nn-core", "nn-vector"), 10, MANY, ADD_VECTORS, LOG_CLASSES));
    }

    private static void assertThatNothingIsLoaded(Nn program) {
        assertThat(program.exit()).isZero();
        assertThat(program.out())
                .contains("FloatMath")
                .doesNotContain(VECTOR_CLASS, "jdk.incubator.vector.FloatVector");
    }

    private Nn run(List<String> modules, int length, int times, String... options)
            throws IOException, InterruptedException, URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(modules), SliceProgram.class.getName()));
        command.addAll(List.of(Integer.toString(length), Integer.toString(times)));
        return Nn.run(directory, command);
    }

    private static String classPath(List<String> modules) throws URISyntaxException {
        Path tests = Path.of(SliceProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Stream<Path> jars = modules.stream().map(Built.jars()::get);
        return Stream.concat(Stream.of(tests), jars)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
