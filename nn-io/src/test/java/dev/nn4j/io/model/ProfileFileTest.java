// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.io.GoldenModels;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.TestModels;
import dev.nn4j.io.internal.proto.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the training rows looked like, in a file. */
class ProfileFileTest {
    @TempDir
    private Path folder;

    private static Model profiled() {
        return new GoldenModels(TestModels.REGISTRY).profiled();
    }

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        return file;
    }

    @Test
    void aProfileComesBackAndAsksNothingOfReaders() throws IOException {
        Path file = written(profiled());

        assertThat(ModelFile.read(file).profile()).isEqualTo(profiled().profile());
        assertThat(ModelFile.describe(file).profile()).isEqualTo(profiled().profile());
        new Forgery(Files.readAllBytes(file))
                .envelope(envelope ->
                        assertThat(envelope.getRequiredFeaturesList()).isEqualTo(requiredOfTheSameWithout()));
    }

    private List<String> requiredOfTheSameWithout() {
        try {
            List<String> required = new ArrayList<>();
            new Forgery(Files.readAllBytes(written(TestModels.mixed())))
                    .envelope(envelope -> required.addAll(envelope.getRequiredFeaturesList()));
            return required;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void damagedProfilesAreRefused() throws IOException {
        assertRefused(
                some -> some.getProfileBuilder().setRows(999), "profile of 'age': counts 1000 rows, there are 999");
        assertRefused(
                some -> some.getProfileBuilder().removeColumns(0), "profile: has 6 columns, there are 7 features");
        assertRefused(
                some -> some.getProfileBuilder().getColumnsBuilder(0).setPoints(1, -9f),
                "points must be finite and ascend, got -9.0");
        assertRefused(
                some -> some.getProfileBuilder().getColumnsBuilder(0).setPoints(1, Float.NaN),
                "points must be finite and ascend, got NaN");
        assertRefused(
                some -> some.getProfileBuilder().getColumnsBuilder(0).addTexts("x"),
                "column 'age' holds numbers, and has texts");
        assertRefused(
                some -> some.getProfileBuilder().getColumnsBuilder(1).setTexts(0, "red"),
                "column 'colour' has a text twice");
        assertRefused(
                some -> some.getProfileBuilder().getColumnsBuilder(2).addCounts(1),
                "column 'town' has 4 counts and 0 points for 3 texts");
        assertRefused(
                some -> some.getProfileBuilder()
                        .getColumnsBuilder(3)
                        .setCounts(0, -1)
                        .setCounts(1, 1001),
                "profile of 'size': counts must be at least 0");
    }

    private void assertRefused(Consumer<Preprocessing.Builder> change, String message) throws IOException {
        Forgery forgery = new Forgery(Files.readAllBytes(written(profiled())));
        forgery.preprocessing(change);
        Path file = Files.write(folder.resolve("forged.nn"), forgery.bytes());
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }
}
