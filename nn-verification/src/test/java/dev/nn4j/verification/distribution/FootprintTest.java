// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Footprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What an application carries that loads a model and predicts. */
class FootprintTest {
    private static final int MOST_BYTES = 3_500_000;

    @Test
    void allJarsTogetherStaySmall() throws IOException {
        long bytes = 0;
        for (Path jar : Footprint.jars()) {
            bytes += Files.size(jar);
        }
        assertThat(bytes).isBetween(1_000_000L, (long) MOST_BYTES);
    }
}
