// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export;

import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The models that nn-io's tests keep as files for ever. */
final class FrozenModels {
    static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private FrozenModels() {}

    /** The one of a kind, as in {@code multi-class}. */
    static Model of(String kind) {
        String name = "/golden/v1-" + kind + ".nn";
        try (InputStream bytes = Objects.requireNonNull(FrozenModels.class.getResourceAsStream(name), name)) {
            Path file = Files.createTempFile("frozen", ".nn");
            try {
                Files.write(file, bytes.readAllBytes());
                return ModelFile.read(file, REGISTRY);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
