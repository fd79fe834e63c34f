// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.internal.proto.Param;
import dev.nn4j.io.model.Forgery;
import dev.nn4j.io.training.MixedCsv;
import dev.nn4j.io.training.Trainings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coefficients of a plugin's activation are numbers of the file, which are there without the plugin too. */
class TrainedActivationsTest {
    private static ComponentRegistry registry;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeThePlugin(@TempDir Path made) throws IOException, InterruptedException {
        registry = ComponentRegistry.builder()
                .addProviders(ComponentRegistry.class.getClassLoader())
                .addPlugins(List.of(GoldenPlugin.in(made)))
                .build();
    }

    private static Model model() {
        return new GoldenModels(registry).all().get("trained-activation");
    }

    private Path written() throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model(), file, registry);
        return file;
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        Path file = written();

        assertThat(ModelFile.verify(file, registry).passed()).isTrue();
        assertThat(ModelFile.read(file, registry).network().parameters())
                .isEqualTo(model().network().parameters());
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("trained-activations");
    }

    @Test
    void itIsDescribedWithoutThePluginAndReadWithItAlone() throws IOException {
        Path file = written();

        LayerDescription layer = ModelFile.describe(file).layers().get(2);
        assertThat(layer.kind()).isEqualTo("activation");
        assertThat(layer.parameterCount()).isEqualTo(6);
        assertThat(layer.parameters()).isEqualTo(Map.of("coefficients", 2L));
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(ComponentException.class)
                .hasMessageContaining("needs layer 'l0': activation 'acme:slopes' from 'golden-plugin' 2.3.4");
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        assertRefused(
                forgery -> forgery.envelope(
                        envelope -> envelope.clearRequiredFeatures().addRequiredFeatures("activation-layers")),
                "it has what its envelope must require and does not: trained-activations");
        assertRefused(
                forgery -> forgery.layer(
                        0,
                        layer -> layer.setParams(
                                0, Param.newBuilder().setName("coefficients").setI64(1L << 40))),
                "layer 'l0': an activation layer has no parameter but coefficients (whole number), in [1, 16]; found");
    }

    @Test
    void aTrainingGoesOnToTheSameBitsFromItsCheckpoint() throws IOException {
        ActivationSpec slopes = new ActivationSpec(registry.activation("acme:slopes"));
        Experiment experiment = Trainings.described()
                .dense(6, "identity")
                .layer(slopes)
                .dropout(0.2)
                .dense(1, "sigmoid")
                .build();
        Table table = Trainings.table(experiment, 1);
        Path file = folder.resolve("run.checkpoint");
        CheckpointFile.write(Trainings.stopped(experiment, table), file, registry);

        assertThat(Training.resume(CheckpointFile.read(file, registry))
                        .run(table)
                        .model()
                        .network()
                        .parameters())
                .isEqualTo(Training.of(experiment).run(table).model().network().parameters());
    }

    @Test
    void aFileIsLearntFromAsMemoryIs() throws IOException {
        Path csv = MixedCsv.write(folder.resolve("mixed.csv"), 5000);
        Experiment experiment = MixedCsv.experiment()
                .target("y")
                .ignore("id", "w", "yes", "also", "kind")
                .dense(6, "identity")
                .layer(new ActivationSpec(registry.activation("acme:slopes")))
                .dense(1, "identity")
                .loss("mean-squared-error")
                .build();
        Table memory = Csv.read(csv, experiment::cellType);
        Table file = TableFile.convert(csv, experiment::cellType, folder.resolve("mixed.table"));

        assertThat(file.isInMemory()).isFalse();
        assertThat(Training.of(experiment).run(file).model().network().parameters())
                .isEqualTo(Training.of(experiment).run(memory).model().network().parameters());
    }

    private interface Change {
        void to(Forgery forgery) throws IOException;
    }

    private void assertRefused(Change change, String message) throws IOException {
        Path file = written();
        Forgery forgery = new Forgery(Files.readAllBytes(file));
        change.to(forgery);
        Files.write(file, forgery.bytes());
        assertThatThrownBy(() -> ModelFile.read(file, registry))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }
}
