// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runtime that was put together for an application on the class path may lack Flight Recorder. */
class WithoutFlightRecorderTest {
    /** All that Logback needs, and the JDK's own run-time. */
    private static final String NO_RECORDER = "--limit-modules=java.base,java.logging,java.naming,java.xml";

    @TempDir
    private Path directory;

    @Test
    void aTrainingGivesTheSameBits() throws Exception {
        assertThat(hash(List.of(NO_RECORDER))).isEqualTo(hash(List.of()));
    }

    /** The line of it on stdout. */
    private String hash(List<String> options) throws Exception {
        Nn program = DistributionProgram.run(directory, TrainingProgram.class, options, List.of("1", "1"));
        assertThat(program.exit()).as(program.err()).isZero();
        return program.out()
                .lines()
                .filter(line -> line.startsWith("hash "))
                .findFirst()
                .orElseThrow();
    }
}
