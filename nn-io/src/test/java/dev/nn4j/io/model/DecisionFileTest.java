// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.core.Model;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.io.GoldenModels;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.TestModels;
import dev.nn4j.io.internal.proto.Preprocessing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model's thresholds stand in its file, and only where they are not one half. */
class DecisionFileTest {
    @TempDir
    private Path folder;

    private static Model careful() {
        return new GoldenModels(TestModels.REGISTRY).thresholds();
    }

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        return file;
    }

    private String latin(Model model) throws IOException {
        return Files.readString(written(model), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aModelDecidesAfterwardsAsBefore() throws IOException {
        Path file = written(careful());
        Model read = ModelFile.read(file);
        assertThat(read.decision()).isEqualTo(Decision.above(0.75f, 0.86f));
        assertThat(read.schema()).isEqualTo(careful().schema());
        assertThat(ModelFile.describe(file).schema()).isEqualTo(read.schema());
        assertThat(ModelFile.verify(file, TestModels.REGISTRY).passed()).isTrue();
        assertThat(read.predict(1, 2, 3)).isEqualTo(careful().predict(1, 2, 3));
    }

    @Test
    void onlyAFileWithThresholdsAsksForReadersThatKnowThem() throws IOException {
        assertThat(latin(careful())).contains("thresholds");
        for (Model model : TestModels.all().values()) {
            assertThat(latin(model)).doesNotContain("thresholds");
        }
    }

    @Test
    void aModelThatDecidesByOneHalfAgainIsThatOfBeforeByteForByte() throws IOException {
        Model usual = careful().withDecision(Decision.MORE_LIKELY);
        byte[] before = Files.readAllBytes(written(usual));
        Model thereAndBack = usual.withDecision(Decision.above(0.1f, 0.2f)).withDecision(Decision.above(0.5f, 0.5f));
        assertThat(Files.readAllBytes(written(thereAndBack))).isEqualTo(before);
    }

    @Test
    void whatIsSaidOfThresholdsGoesWithThem() {
        Model noted = careful()
                .withProvenance(Provenance.builder()
                        .extra(Map.of(Provenance.THRESHOLDS, "f1 0.9", "refit", "4 epochs"))
                        .build());
        assertThat(noted.withDecision(Decision.MORE_LIKELY).provenance().extra())
                .isEqualTo(Map.of("refit", "4 epochs"));
    }

    @Test
    void damagedThresholdsAreRefused() throws IOException {
        for (float wrong : new float[] {1, -0.25f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertRefused(
                    careful(), some -> some.setThresholds(1, wrong), "a threshold must be in [0, 1), got " + wrong);
        }
        assertRefused(careful(), some -> some.addThresholds(0.5f), "must be as many as the outputs, 2, got");
        assertRefused(
                careful(),
                some -> some.clearThresholds().addAllThresholds(List.of(0.5f, 0.5f)),
                "thresholds of 0.5 alone are left out");
        assertRefused(
                TestModels.regression(),
                some -> some.addAllThresholds(List.of(0.25f, 0.75f)),
                "thresholds are for binary and multi-label models, this one is regression");
    }

    @Test
    void thresholdsThatNobodyIsWarnedOfAreRefused() throws IOException {
        Forgery forgery = new Forgery(Files.readAllBytes(written(careful())));
        forgery.envelope(envelope -> envelope.clearRequiredFeatures());
        Path file = Files.write(folder.resolve("forged.nn"), forgery.bytes());
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("thresholds");
    }

    private void assertRefused(Model model, Consumer<Preprocessing.Builder> change, String message) throws IOException {
        Forgery forgery = new Forgery(Files.readAllBytes(written(model)));
        forgery.preprocessing(change);
        Path file = Files.write(folder.resolve("forged.nn"), forgery.bytes());
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOfSatisfying(
                        ModelFormatException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CORRUPT))
                .hasMessageContaining(message);
    }
}
