// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an application carries that loads a model and predicts. */
class FootprintTest {
    private static final int MOST_BYTES = 3_000_000;

    /** What the dependency {@code dev.nn4j:nn4j} brings. */
    private static final List<String> NEEDED = List.of(
            "nn-api",
            "nn-core",
            "nn-vector",
            "nn-activations",
            "nn-losses",
            "nn-optim",
            "nn-io",
            "protobuf-java",
            "fastcsv",
            "slf4j-api");

    @Test
    void allJarsTogetherStayBelowThreeMegabytes() throws IOException {
        long bytes = 0;
        for (String name : NEEDED) {
            bytes += Files.size(jar(name));
        }
        assertThat(bytes).isBetween(1_000_000L, (long) MOST_BYTES);
    }

    private static Path jar(String name) throws IOException {
        try (Stream<Path> lib = Files.list(Built.distribution().resolve("lib"))) {
            return lib.filter(jar -> jar.getFileName().toString().matches(name + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
