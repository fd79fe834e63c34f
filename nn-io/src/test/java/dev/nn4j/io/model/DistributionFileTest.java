// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.io.GoldenModels;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.TestModels;
import dev.nn4j.io.internal.proto.Component;
import dev.nn4j.io.internal.proto.Preprocessing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network's outputs say of a target stands in the model's file, beside the loss that takes them. */
class DistributionFileTest {
    @TempDir
    private Path folder;

    private static Model golden(String kind) {
        GoldenModels models = new GoldenModels(TestModels.REGISTRY);
        return kind.equals("gaussian") ? models.gaussian() : models.quantiles();
    }

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        return file;
    }

    @Test
    void itIsReadAsItWas() throws IOException {
        for (String kind : List.of("quantiles", "gaussian")) {
            Path file = written(golden(kind));
            assertThat(ModelFile.read(file).schema()).isEqualTo(golden(kind).schema());
            assertThat(ModelFile.read(file).loss()).isEqualTo(golden(kind).loss());
            assertThat(ModelFile.verify(file, TestModels.REGISTRY).passed()).isTrue();
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("target-distributions");
        }
        assertThat(Files.readString(
                        written(new GoldenModels(TestModels.REGISTRY).conformal()), StandardCharsets.ISO_8859_1))
                .doesNotContain("target-distributions");
    }

    @Test
    void whatItCannotBeIsRefused() throws IOException {
        String neither = "the target distribution must be quantiles or normal, one of the two";
        refused("quantiles", some -> some.getTargetDistributionBuilder().clearQuantiles(), neither);
        refused("quantiles", some -> some.getTargetDistributionBuilder().setNormal(true), neither);
        refused(
                "quantiles",
                some -> some.getTargetDistributionBuilder().setQuantiles(1, 0.1),
                "quantiles: levels must ascend in (0, 1), got 0.1 after 0.1");
        refused(
                "quantiles",
                some -> some.getTargetDistributionBuilder().setQuantiles(2, Double.NaN),
                "quantiles: levels must ascend in (0, 1), got NaN after 0.5");
        refused(
                "quantiles",
                some -> some.getTargetDistributionBuilder().addQuantiles(0.8),
                "describes 8 outputs by its labels and targets, the network has 6 outputs");
        refused(
                "quantiles",
                some -> some.getTargetDistributionBuilder().setQuantiles(2, 0.8),
                "its parts do not fit: model: quantiles takes ");
        refused("gaussian", some -> some.getConformalBuilder().setMethodValue(5), "scores are quantiles, which");
        refused(
                "quantiles",
                Preprocessing.Builder::clearTargetDistribution,
                "describes 2 outputs by its labels and targets, the network has 6 outputs");
    }

    @Test
    void levelsOfTheLossThatCannotBeAreRefused() throws IOException {
        Forgery forgery = new Forgery(Files.readAllBytes(written(golden("quantiles"))));
        forgery.network(network -> {
            Component.Builder loss = network.getLossBuilder();
            loss.getParamsBuilder(0).getNumbersBuilder().setValues(0, 2);
        });
        Path file = Files.write(folder.resolve("forged.nn"), forgery.bytes());
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("quantiles: levels must be a list of numbers in (0, 1), got [2.0, 0.5, 0.75]");
    }

    private void refused(String kind, Consumer<Preprocessing.Builder> change, String message) throws IOException {
        Forgery forgery = new Forgery(Files.readAllBytes(written(golden(kind))));
        forgery.preprocessing(change);
        Path file = Files.write(folder.resolve("forged.nn"), forgery.bytes());
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }
}
