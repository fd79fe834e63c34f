// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** The file that a server serves, which is exchanged, every third time for a damaged one. */
record ServedFile(Path served, List<Path> models) {
    /** Puts the next one into its place. */
    void exchange(int turn) throws IOException {
        if (turn % 3 == 2) {
            byte[] bytes = Files.readAllBytes(models.get(0));
            replace(Arrays.copyOf(bytes, bytes.length / 2));
        } else {
            put(turn % models.size());
        }
    }

    /** Puts one of the models into its place. */
    void put(int model) throws IOException {
        replace(Files.readAllBytes(models.get(model)));
    }

    private void replace(byte[] bytes) throws IOException {
        Path beside = served.resolveSibling("next.tmp");
        Files.write(beside, bytes);
        Files.move(beside, served, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
