// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads bytes as a model and as a checkpoint; what was read is written, read and written again, to the same bytes. */
final class ModelRoundTrip {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final Oracle ORACLE = new Oracle(List.of(ModelFormatException.class, ComponentException.class));
    private static final Path FILE = Temporary.file(".nn");

    private ModelRoundTrip() {}

    static void run(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        ORACLE.accepts(bytes.length, () -> ModelFile.describe(FILE));
        if (ORACLE.accepts(bytes.length, () -> ModelFile.verify(FILE, REGISTRY))) {
            requireSame(ModelRoundTrip::rewritten);
        }
        Files.write(FILE, bytes);
        if (ORACLE.accepts(bytes.length, () -> CheckpointFile.read(FILE, REGISTRY))) {
            requireSame(ModelRoundTrip::rewrittenCheckpoint);
        }
    }

    private static void requireSame(Oracle.Attempt<byte[]> rewriting) throws IOException {
        if (!Arrays.equals(rewriting.run(), rewriting.run())) {
            throw new AssertionError("what is read and written again differs");
        }
    }

    private static byte[] rewritten() throws IOException {
        Model model = ModelFile.read(FILE, REGISTRY);
        ModelFile.write(model, FILE, REGISTRY);
        return Files.readAllBytes(FILE);
    }

    private static byte[] rewrittenCheckpoint() throws IOException {
        CheckpointFile.write(CheckpointFile.read(FILE, REGISTRY), FILE, REGISTRY);
        return Files.readAllBytes(FILE);
    }
}
