// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jars without which no program loads a model and predicts; on the class path it needs no others. */
public final class Footprint {
    private static final List<String> NEEDED = List.of("nn-api", "nn-core", "nn-activations", "nn-losses", "nn-io");

    private Footprint() {}

    /** Where they are in the distribution. */
    public static List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String name : NEEDED) {
            jars.add(jar(name));
        }
        return jars;
    }

    private static Path jar(String name) throws IOException {
        try (Stream<Path> lib = Files.list(Built.distribution().resolve("lib"))) {
            return lib.filter(jar -> jar.getFileName().toString().matches(name + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
