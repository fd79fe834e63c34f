// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.onnx.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Any bytes, read as ONNX; a network that was read can be written as a model, which is the same when read again. */
public final class OnnxHarness {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final Oracle ORACLE = new Oracle(List.of(ModelFormatException.class));
    private static final Path FILE = Temporary.file(".onnx");

    private OnnxHarness() {}

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FILE, input);
        ORACLE.accepts(input.length, () -> OnnxFile.describe(FILE));
        if (ORACLE.accepts(input.length, () -> OnnxFile.read(FILE, REGISTRY, Optional.empty()))) {
            ModelFile.write(OnnxFile.read(FILE, REGISTRY, Optional.empty()).model(), FILE, REGISTRY);
            byte[] once = Files.readAllBytes(FILE);
            ModelFile.write(ModelFile.read(FILE, REGISTRY), FILE, REGISTRY);
            if (!Arrays.equals(once, Files.readAllBytes(FILE))) {
                throw new AssertionError("an imported network that is written and read again differs");
            }
        }
    }
}
