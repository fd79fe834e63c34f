// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files written once, as {@link TestModels} were then, and read ever since: every format version that was released stays
 * readable and gives the same bits. Until version 1 is frozen they may be written anew with a change of the format.
 */
class GoldenFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"binary", "multi-class", "multi-label", "regression", "normalized", "mixed"})
    void aFileOfFormatVersion1IsReadAndGivesTheSameBits(String kind) throws IOException {
        Path file = stored("v1-" + kind + ".nn");
        Model model = ModelFile.read(file, TestModels.REGISTRY);
        ModelVerification verification = ModelFile.verify(file, TestModels.REGISTRY);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.goldenRows()).isEqualTo(3);
        assertThat(model.schema()).isEqualTo(TestModels.all().get(kind).schema());
        assertThat(model.network().spec())
                .isEqualTo(TestModels.all().get(kind).network().spec());
        assertThat(ModelFile.describe(file).formatVersion()).isEqualTo(1);
    }

    private Path stored(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream stored = GoldenFileTest.class.getResourceAsStream(name)) {
            assertThat(stored).as(name).isNotNull();
            Files.copy(stored, file);
        }
        return file;
    }
}
