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

    @TempDir
    Path directory;

    @Test
    void withoutVectorsTheResultsAreTheSameAndNothingIsSaid() throws Exception {
        Nn scalar = run(List.of("nn-api"), 1260);
        assertThat(scalar.out()).matches("-?\\d+\n");
        assertThat(scalar.err()).isEmpty();
        assertThat(run(List.of("nn-api", "nn-core", "nn-vector"), 1260)).isEqualTo(scalar);
        assertThat(run(List.of("nn-api"), 1260, ADD_VECTORS).out()).isEqualTo(scalar.out());
        assertThat(run(List.of("nn-api", "nn-core", "nn-vector"), 1260, ADD_VECTORS)
                        .out())
                .isEqualTo(scalar.out());
    }

    @Test
    void aLongSliceBringsTheVectorsIn() throws Exception {
        Nn many = run(List.of("nn-api", "nn-core", "nn-vector"), 1260, ADD_VECTORS, LOG_CLASSES);
        assertThat(many.out()).contains(VECTOR_CLASS);
    }

    @Test
    void shortSlicesLoadNoClassOfThem() throws Exception {
        Nn few = run(List.of("nn-api", "nn-core", "nn-vector"), 10, ADD_VECTORS, LOG_CLASSES);
        assertThat(few.exit()).isZero();
        assertThat(few.out()).contains("FloatMath").doesNotContain(VECTOR_CLASS, "jdk.incubator.vector.FloatVector");
    }

    private Nn run(List<String> modules, int length, String... options)
            throws IOException, InterruptedException, URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(modules), SliceProgram.class.getName(), Integer.toString(length)));
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
