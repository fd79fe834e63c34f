// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.internal.proto.Layer;
import dev.nn4j.io.internal.proto.LayerKind;
import dev.nn4j.io.internal.proto.Param;
import dev.nn4j.io.model.Forgery;
import dev.nn4j.io.training.Trainings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Residual blocks, in files. */
class ResidualBlocksTest {
    @TempDir
    private Path folder;

    private static Model residual() {
        return new GoldenModels(TestModels.REGISTRY).residual();
    }

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        return file;
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        Model model = residual();
        Path file = written(model);

        assertThat(ModelFile.verify(file, TestModels.REGISTRY).passed()).isTrue();
        assertThat(ModelFile.read(file).network().spec())
                .isEqualTo(model.network().spec());
        LayerDescription end = ModelFile.describe(file).layers().get(9);
        assertThat(end.kind()).isEqualTo("residual");
        assertThat(end.inputs()).isEqualTo(3);
        assertThat(end.outputs()).isEqualTo(3);
        assertThat(end.parameterCount()).isZero();
        assertThat(end.parameters()).isEqualTo(Map.of("layers", 5L));
    }

    /** Readers that were there before refuse it as too new, and not as damaged. */
    @Test
    void onlyAFileWithBlocksAsksForReadersThatKnowThem() throws IOException {
        assertThat(Files.readString(written(residual()), StandardCharsets.ISO_8859_1))
                .contains("residual-blocks");
        for (Model model : TestModels.all().values()) {
            assertThat(Files.readString(written(model), StandardCharsets.ISO_8859_1))
                    .doesNotContain("residual-blocks");
        }
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        assertRefused(
                forgery -> forgery.envelope(
                        envelope -> envelope.clearRequiredFeatures().addRequiredFeatures("activation-layers")),
                "it has what its envelope must require and does not: residual-blocks");
        assertRefused(
                forgery -> forgery.layer(9, layer -> reaching(layer, 10)),
                "layer 'l9': residual: its block cannot be the 10 layers before it, of which there are 9");
        assertRefused(
                forgery -> forgery.layer(9, layer -> reaching(layer, -1)),
                "layer 'l9': residual: layers must be a whole number in [1, 9999], got -1");
        assertRefused(
                forgery -> forgery.layer(9, layer -> reaching(layer, 1L << 32)),
                "layer 'l9': residual: layers must be a whole number in [1, 9999], got 4294967296");
        assertRefused(
                forgery -> forgery.layer(9, layer -> reaching(layer, 7)),
                "layer 'l9': residual: the layers of the block make 3 numbers of 2, which cannot be added");
        assertRefused(
                forgery ->
                        forgery.layer(6, layer -> reaching(layer.clearParams().setKind(LayerKind.RESIDUAL), 1)),
                "layer 'l6': residual: its block begins within another that ends before it does");
        assertRefused(
                forgery -> forgery.layer(9, layer -> layer.setUseBias(true)),
                "layer 'l9': a residual layer has no activation, initializer or bias");
        assertRefused(
                forgery -> forgery.layer(9, layer -> layer.clearParams()),
                "layer 'l9': a residual layer has the parameters layers (a whole number); found '{}'");
        assertRefused(
                forgery -> forgery.layer(9, layer -> layer.setOut(4)),
                "layer 'l9': a residual layer keeps the width, this one makes 4 of 3");
    }

    private static Layer.Builder reaching(Layer.Builder layer, long layers) {
        return layer.clearParams()
                .addParams(Param.newBuilder().setName("layers").setI64(layers));
    }

    @Test
    void aTrainingGoesOnToTheSameBitsFromItsCheckpoint() throws IOException {
        List<LayerSpec> block = List.of(
                new BatchNormalizationSpec(),
                Trainings.dataDriven(9, "identity"),
                new ActivationSpec(Trainings.REGISTRY.activation("relu")),
                new DropoutSpec(0.2),
                Trainings.dataDriven(6, "identity"),
                new DropoutSpec(0.1));
        Experiment experiment = Trainings.described()
                .dense(6, "identity")
                .residual(block)
                .residual(ResidualSpec.block(block))
                .dense(1, "sigmoid")
                .build();
        Table table = Trainings.table(experiment, 1);
        Path file = folder.resolve("run.checkpoint");
        CheckpointFile.write(Trainings.stopped(experiment, table), file, Trainings.REGISTRY);

        assertThat(Training.resume(CheckpointFile.read(file, Trainings.REGISTRY))
                        .run(table)
                        .model()
                        .network()
                        .parameters())
                .isEqualTo(Training.of(experiment).run(table).model().network().parameters());
    }

    private interface Change {
        void to(Forgery forgery) throws IOException;
    }

    private void assertRefused(Change change, String message) throws IOException {
        Path file = written(residual());
        Forgery forgery = new Forgery(Files.readAllBytes(file));
        change.to(forgery);
        Files.write(file, forgery.bytes());
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOfSatisfying(
                        ModelFormatException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CORRUPT))
                .hasMessageContaining(message);
    }
}
