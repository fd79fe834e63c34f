// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.internal.proto.Component;
import dev.nn4j.io.model.Forgery;
import dev.nn4j.io.training.Trainings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers that are only an activation, in files. */
class ActivationLayersTest {
    @TempDir
    private Path folder;

    private static Model layers() {
        return new GoldenModels(TestModels.REGISTRY).activationLayers();
    }

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        return file;
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        Model model = layers();
        Path file = written(model);

        assertThat(ModelFile.verify(file, TestModels.REGISTRY).passed()).isTrue();
        assertThat(ModelFile.read(file).network().spec())
                .isEqualTo(model.network().spec());
        LayerDescription leaky = ModelFile.describe(file).layers().get(3);
        assertThat(leaky.kind()).isEqualTo("activation");
        assertThat(leaky.outputs()).isEqualTo(4);
        assertThat(leaky.parameterCount()).isZero();
        ComponentDescription function = leaky.activation().orElseThrow();
        assertThat(function.name()).isEqualTo("leaky-relu");
        assertThat(function.parameters()).isEqualTo(Map.of("alpha", 0.25));
    }

    /** Readers that were there before refuse it as too new, and not as damaged. */
    @Test
    void onlyAFileWithSuchLayersAsksForReadersThatKnowThem() throws IOException {
        assertThat(Files.readString(written(layers()), StandardCharsets.ISO_8859_1))
                .contains("activation-layers");
        for (Model model : TestModels.all().values()) {
            assertThat(Files.readString(written(model), StandardCharsets.ISO_8859_1))
                    .doesNotContain("activation-layers");
        }
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        assertRefused(
                forgery -> forgery.envelope(envelope -> envelope.clearRequiredFeatures()),
                "it has what its envelope must require and does not: activation-layers");
        assertRefused(
                forgery -> forgery.layer(3, layer -> layer.clearActivation()),
                "layer 'l3': an activation layer has an activation, this one has none");
        assertRefused(
                forgery -> forgery.layer(3, layer -> layer.setUseBias(true)),
                "layer 'l3': an activation layer has no initializer or bias");
        assertRefused(
                forgery -> forgery.layer(
                        3, layer -> layer.setInitializer(Component.newBuilder().setId("zeros"))),
                "layer 'l3': an activation layer has no initializer or bias");
        assertRefused(
                forgery -> forgery.layer(3, layer -> layer.setOut(5)),
                "layer 'l3': an activation layer keeps the width, this one makes 5 of 4");
    }

    @Test
    void aTrainingGoesOnToTheSameBitsFromItsCheckpoint() throws IOException {
        Experiment experiment = Trainings.described()
                .dense(6, "identity")
                .batchNormalization()
                .activation("relu")
                .dropout(0.2)
                .activation("softmax")
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
        Path file = written(layers());
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
