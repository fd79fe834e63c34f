// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export;

import dev.nn4j.core.Model;
import dev.nn4j.export.internal.source.ClassName;
import dev.nn4j.export.internal.source.ScorerSource;
import dev.nn4j.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes a model as one Java class that depends on nothing: preprocessing, weights, {@code predict(double...)} and labels.
 * It compiles with JDK 17 or newer and gives the model's outputs to the bit.
 *
 * <p>Of a model that says more of each target than a number it gives {@linkplain Model#predictDetails all that}, target by
 * target, and {@code TARGETS} has a name for each.
 *
 * <p>If a feature is more than a number that is always there, the class also has {@code predict(String...)}, which takes
 * the cells of a row as a {@link dev.nn4j.core.schema.RowBinding} does, null being a missing one, and {@code row(String...)},
 * which makes the raw row of them that {@link Model#predict(float...)} describes. What the model refuses is an
 * {@link IllegalArgumentException} in its words: a cell, and a number that the network would read as NaN or infinite.
 *
 * @since 0.1.0
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
     * @throws IllegalArgumentException if the names are not Java's, or the model is larger than 16 MiB of weights, 16 Mi
     *     characters of categories, 8000 names of features, labels and the like, or 1000 layers
     * @throws dev.nn4j.api.ComponentException if an activation is not one of nn4j's own; it is named
     */
    public static void write(Model model, Path file, String packageName) throws IOException {
        requireNames(file, packageName);
        byte[] source = ScorerSource.of(model, ClassName.of(file), packageName).getBytes(StandardCharsets.US_ASCII);
        AtomicFile.write(file, out -> out.write(source));
    }
}
