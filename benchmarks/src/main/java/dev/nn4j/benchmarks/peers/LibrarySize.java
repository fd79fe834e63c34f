// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** size: what a program that uses nn4j carries with it, that is the jars on this program's module path. */
final class LibrarySize {
    private static final double MEBI = 1024 * 1024;

    private LibrarySize() {}

    static void print(Harness harness) throws IOException {
        long bytes = 0;
        int jars = 0;
        for (String entry : System.getProperty("jdk.module.path", "").split(File.pathSeparator, -1)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(entry), "*.jar")) {
                for (Path jar : files) {
                    bytes += Files.size(jar);
                    jars++;
                }
            }
        }
        harness.report().line("size", "jars", bytes / MEBI, "MiB");
        harness.report().line("size", "jar_count", jars, "-");
    }
}
