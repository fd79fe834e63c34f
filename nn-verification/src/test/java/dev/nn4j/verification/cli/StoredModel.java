// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli;

import dev.nn4j.core.Provenance;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models in files, for tests that compare them. */
public final class StoredModel {
    private StoredModel() {}

    /** The bytes that a model's file would have without its provenance, which tells when it was made. */
    public static byte[] bytes(Path file) throws IOException {
        Path bare = Files.createTempFile("bare", ".nn");
        try {
            ModelFile.write(ModelFile.read(file).withProvenance(Provenance.none()), bare);
            return Files.readAllBytes(bare);
        } finally {
            Files.delete(bare);
        }
    }
}
