// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that inputs are put into, one for each harness. */
final class Temporary {
    private Temporary() {}

    /** A file that goes when the process ends. */
    static Path file(String suffix) {
        try {
            Path file = Files.createTempFile("fuzz", suffix);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
