// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The golden files of nn-io's tests. */
public final class GoldenModels {
    private GoldenModels() {}

    /** The bytes of one: {@code binary}, {@code multi-class}, {@code multi-label}, {@code regression} or {@code checkpoint}. */
    public static byte[] bytes(String kind) {
        String name = "/dev/nn4j/io/v1-" + kind + ".nn";
        try (InputStream file = GoldenModels.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
