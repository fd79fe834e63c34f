// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.Model;
import dev.nn4j.io.internal.source.ClassName;
import dev.nn4j.io.internal.source.ScorerSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes a model as one Java class that depends on nothing: preprocessing, weights, {@code predict(double...)} and labels.
 * It compiles with JDK 17 or newer and gives the model's outputs to the bit.
 */
public final class JavaSource {
    private JavaSource() {}

    /**
     * Passes if a file can hold a class of this package.
     *
     * @param file its name without {@code .java} names the class
     * @param packageName of the class, or empty
     * @throws IllegalArgumentException if one of the names is not Java's
     */
    public static void requireNames(Path file, String packageName) {
        ClassName.of(file);
        ClassName.requirePackage(packageName);
    }

    /**
     * Writes the class.
     *
     * @param file its name without {@code .java} names the class, as in {@code Scorer.java}
     * @param packageName of the class, or empty
     * @throws IOException if the file cannot be written; an old one stays as it was then
     * @throws IllegalArgumentException if the names are not Java's, or the model is larger than 16 MiB of weights, 8000
     *     features or labels, or 1000 layers
     * @throws dev.nn4j.api.ComponentException if an activation is not one of nn4j's own; it is named
     */
    public static void write(Model model, Path file, String packageName) throws IOException {
        requireNames(file, packageName);
        byte[] source = ScorerSource.of(model, ClassName.of(file), packageName).getBytes(StandardCharsets.US_ASCII);
        AtomicFile.write(file, out -> out.write(source));
    }
}
