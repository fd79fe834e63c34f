// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.io.GoldenModels;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.TestModels;
import dev.nn4j.io.internal.proto.Preprocessing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What says how far answers may be from the truth stands in the model's file, and only where it is there. */
class ConformalFileTest {
    @TempDir
    private Path folder;

    private static Model scored() {
        return new GoldenModels(TestModels.REGISTRY).conformal();
    }

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        return file;
    }

    @Test
    void scoresAreReadAsTheyWere() throws IOException {
        Path file = written(scored());
        assertThat(ModelFile.read(file).conformal()).isEqualTo(scored().conformal());
        assertThat(ModelFile.describe(file).conformal()).isEqualTo(scored().conformal());
        assertThat(ModelFile.verify(file, TestModels.REGISTRY).passed()).isTrue();
    }

    @Test
    void onlyAFileWithScoresAsksForReadersThatKnowThem() throws IOException {
        assertThat(latin(scored())).contains("conformal-scores");
        for (Model model : TestModels.all().values()) {
            assertThat(latin(model)).doesNotContain("conformal");
        }
        assertThat(latin(scored().withConformal(Optional.empty()))).doesNotContain("conformal");
    }

    private String latin(Model model) throws IOException {
        return Files.readString(written(model), StandardCharsets.ISO_8859_1);
    }

    @Test
    void severalLabelsAskForReadersThatKnowOfAListForEach() throws IOException {
        Model each = new GoldenModels(TestModels.REGISTRY).conformalLabels();
        assertThat(latin(each)).contains("conformal-labels");
        assertThat(latin(scored())).doesNotContain("conformal-labels");
        assertThat(ModelFile.read(written(each)).conformal()).isEqualTo(each.conformal());
    }

    @Test
    void ofManyRowsTheFileKeepsFewScores() throws IOException {
        float[] scores = new float[100_000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i;
        }
        Model plain = scored().withConformal(Optional.empty());
        Model many = plain.withConformal(Optional.of(Conformal.of(ConformalMethod.ABSOLUTE, List.of(scores, scores))));
        assertThat(Files.size(written(many)) - Files.size(written(plain))).isLessThan(2 * 4 * 2000 + 200);
        assertThat(ModelFile.read(written(many)).conformal()).isEqualTo(many.conformal());
    }

    @Test
    void damagedScoresAreRefused() throws IOException {
        refused(some -> some.getConformalBuilder().setMethodValue(17), "conformal: method 17 is unknown");
        refused(some -> some.getConformalBuilder().setMethodValue(0), "conformal: method 0 is unknown");
        refused(some -> some.getConformalBuilder().setMethodValue(3), "scores are lac, the model is regression");
        refused(some -> some.getConformalBuilder().setRows(0), "scores must be of 1 to 2147483647 rows, got 0");
        refused(
                some -> some.getConformalBuilder().setRows(-1),
                "scores must be of 1 to 2147483647 rows, got 4294967295");
        refused(some -> some.getConformalBuilder().setRows(5), "tensors");
        refused(Preprocessing.Builder::clearConformal, "its network calls for 8 tensors");
    }

    private void refused(Consumer<Preprocessing.Builder> change, String message) throws IOException {
        Forgery forgery = new Forgery(Files.readAllBytes(written(scored())));
        forgery.preprocessing(change);
        Path file = Files.write(folder.resolve("forged.nn"), forgery.bytes());
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }
}
