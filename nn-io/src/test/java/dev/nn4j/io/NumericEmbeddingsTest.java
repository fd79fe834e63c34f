// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.model.Forgery;
import dev.nn4j.io.training.Trainings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embedded columns, from a configuration's words through a training to files. */
class NumericEmbeddingsTest {
    @TempDir
    private Path folder;

    private static Model embedded() {
        return new GoldenModels(TestModels.REGISTRY).numericEmbedding();
    }

    private static Experiment experiment() {
        return Trainings.described()
                .layer(new NumericEmbeddingSpec("piecewise", 8, 3, Optional.empty()))
                .layer(new ScaleSpec())
                .layer(Trainings.dataDriven(6, "identity"))
                .layer(new ParametricSpec(Trainings.REGISTRY.activation("selu")))
                .dropout(0.2)
                .dense(1, "sigmoid")
                .build();
    }

    private Path written(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        return file;
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        Model model = embedded();
        Path file = written(model);

        assertThat(ModelFile.verify(file, TestModels.REGISTRY).passed()).isTrue();
        assertThat(ModelFile.read(file).network().spec())
                .isEqualTo(model.network().spec());
        LayerDescription layer = ModelFile.describe(file).layers().get(0);
        assertThat(layer.kind()).isEqualTo("numeric-embedding");
        assertThat(layer.inputs()).isEqualTo(4);
        assertThat(layer.outputs()).isEqualTo(2 * 3 + 2);
        assertThat(layer.parameterCount()).isEqualTo(2 * (2 + 4) * 3);
        assertThat(layer.parameters()).isEqualTo(Map.of("kind", "piecewise", "bins", 4L, "size", 3L));
    }

    /** Readers that were there before refuse it as too new, and not as damaged. */
    @Test
    void onlyAFileWithSuchLayersAsksForReadersThatKnowThem() throws IOException {
        assertThat(Files.readString(written(embedded()), StandardCharsets.ISO_8859_1))
                .contains("numeric-embeddings");
        for (Model model : TestModels.all().values()) {
            assertThat(Files.readString(written(model), StandardCharsets.ISO_8859_1))
                    .doesNotContain("numeric-embeddings");
        }
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        assertRefused(
                forgery -> forgery.envelope(envelope -> envelope.clearRequiredFeatures()),
                "it has what its envelope must require and does not: numeric-embeddings");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.setColumns(1, 4)),
                "layer 'l0': network.layers[0]: numeric-embedding: there are 4 inputs, the first being 0; there is no"
                        + " input 4");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.setColumns(1, 0)),
                "layer 'l0': numeric-embedding: columns must ascend and be at least 0, got 0 where at least 1 is due");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.setColumns(1, -1)),
                "layer 'l0': numeric-embedding: columns must ascend and be at least 0, got -1 where at least 1 is due");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.addColumns(3)),
                "layer 'l0': its columns make 10 outputs, the file says 8");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.setUseBias(true)),
                "layer 'l0': a numeric embedding layer has no activation, initializer or bias");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.clearParams()),
                "layer 'l0': a numeric embedding layer has the parameters bins (a whole number), kind (a text), size (a"
                        + " whole number); found '{}'");
        assertRefused(
                forgery -> forgery.layer(2, layer -> layer.addColumns(0)),
                "layer 'l2': only an embedding layer has columns");
    }

    @Test
    void aFileOfWavesAsksForReadersThatKnowThem() throws IOException {
        Model model = new GoldenModels(TestModels.REGISTRY).periodicEmbedding();
        Path file = written(model);

        assertThat(ModelFile.read(file).network().spec())
                .isEqualTo(model.network().spec());
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("numeric-embeddings", "periodic-embeddings", "l0/frequency", "l0/phase", "l0/embedding");
        LayerDescription layer = ModelFile.describe(file).layers().get(0);
        assertThat(layer.parameters())
                .isEqualTo(Map.of("kind", "periodic", "frequencies", 5L, "sigma", 0.5, "size", 3L));
        assertThat(Files.readString(written(embedded()), StandardCharsets.ISO_8859_1))
                .doesNotContain("periodic-embeddings");
    }

    @Test
    void aTrainingOfWavesGoesOnToTheSameBitsFromItsCheckpoint() throws IOException {
        Experiment experiment = Trainings.described()
                .layer(new PeriodicEmbeddingSpec(1, 8, 3))
                .dense(6, "selu")
                .dense(1, "sigmoid")
                .build();
        Table table = Trainings.table(experiment, 1);
        Path file = folder.resolve("run.checkpoint");
        CheckpointFile.write(Trainings.stopped(experiment, table), file, Trainings.REGISTRY);

        Network network = Training.of(experiment).run(table).model().network();
        assertThat(Training.resume(CheckpointFile.read(file, Trainings.REGISTRY))
                        .run(table)
                        .model()
                        .network()
                        .parameters())
                .isEqualTo(network.parameters());
        assertThat(network.spec().layers().get(0).columns()).contains(List.of(0, 1));
    }

    @Test
    void aTrainingOnATableEmbedsItsNumbersByEdgesOfItsRows() {
        Experiment experiment = experiment();
        Network network = Training.of(experiment)
                .run(Trainings.table(experiment, 1))
                .model()
                .network();
        LayerSpec first = network.spec().layers().get(0);

        assertThat(first).isEqualTo(new NumericEmbeddingSpec("piecewise", 8, 3, Optional.of(List.of(0, 1))));
        float[] edges = Arrays.copyOfRange(
                network.parameters(),
                network.spec().trainableCount(),
                network.spec().parameterCount());
        assertThat(first.tensors(2).get(1).role()).isEqualTo(Role.EDGES);
        assertThat(edges).hasSize(2 * 9);
        assertThat(edges[0]).isLessThan(edges[1]);
        assertThat(edges[1]).isLessThan(edges[2]);
    }

    @Test
    void aTrainingGoesOnToTheSameBitsFromItsCheckpoint() throws IOException {
        Experiment experiment = experiment();
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

    @Test
    void aTrainingThatStartsFromAModelKeepsItsEdges() {
        Experiment experiment = experiment();
        TrainingResult first = Training.of(experiment).run(Trainings.table(experiment, 1));
        TrainingResult second =
                Training.of(experiment).withInitial(first.model()).run(Trainings.table(experiment, 2));
        int trained = first.model().network().spec().trainableCount();

        float[] before = first.model().network().parameters();
        float[] after = second.model().network().parameters();
        assertThat(Arrays.copyOfRange(after, trained, after.length))
                .isEqualTo(Arrays.copyOfRange(before, trained, before.length));
        assertThat(after).isNotEqualTo(before);
    }

    private interface Change {
        void to(Forgery forgery) throws IOException;
    }

    private void assertRefused(Change change, String message) throws IOException {
        Path file = written(embedded());
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
