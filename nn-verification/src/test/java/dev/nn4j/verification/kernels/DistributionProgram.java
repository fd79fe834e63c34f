// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.kernels;

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

/** A program of these tests that runs in a JVM of its own, with the distribution's libraries on the class path. */
final class DistributionProgram {
    static final String ADD_VECTORS = "--add-modules=jdk.incubator.vector";

    private DistributionProgram() {}

    /** Runs a main class of these tests. */
    static Nn run(Path directory, Class<?> program, List<String> options, List<String> arguments)
            throws IOException, InterruptedException, URISyntaxException {
        Path tests = Path.of(
                program.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", tests + File.pathSeparator + libraries(), program.getName()));
        command.addAll(arguments);
        return Nn.run(directory, command);
    }

    /** All but the command line, which has a say in what is logged; so Logback prints everything. */
    private static String libraries() throws IOException {
        try (Stream<Path> jars = Files.list(Built.distribution().resolve("lib"))) {
            return jars.filter(jar -> !jar.getFileName().toString().startsWith("nn-cli"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
