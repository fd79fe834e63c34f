// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.model.Forgery;
import dev.nn4j.io.training.Trainings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embedded categories, from a plan of a column through a training to files. */
class CategoryEmbeddingsTest {
    @TempDir
    private Path folder;

    private static Model embedded() {
        return new GoldenModels(TestModels.REGISTRY).categoryEmbedding();
    }

    private static ExperimentBuilder described() {
        return Experiment.builder(Trainings.REGISTRY)
                .target("y")
                .column(
                        "shop",
                        ColumnPlan.of(new FoundCategories(2, Unseen.RARE, false, 4))
                                .withMissing(MissingPolicy.OWN_CATEGORY))
                .column("few", ColumnPlan.of(new FoundCategories(0, Unseen.ZEROS, false, 4)))
                .loss("mean-squared-error")
                .optimizer("adam", 0.05)
                .training(options -> options.epochs(6).batchSize(8).seed(3));
    }

    private static Experiment experiment() {
        return described()
                .layer(new CategoryEmbeddingSpec(3, 0.5, Optional.empty(), List.of()))
                .layer(new NumericEmbeddingSpec("piecewise", 4, 2, Optional.empty()))
                .dense(6, "tanh")
                .dropout(0.2)
                .dense(1, "identity")
                .build();
    }

    /** Sixty rows: twelve shops, one of them rare, some gaps; three of another column. */
    private static Table table(Experiment experiment, int seed) {
        List<String> header = List.of("a", "shop", "b", "few", "y");
        TableBuilder table = Table.builder(
                "data.csv", header, header.stream().map(experiment::cellType).toList());
        RandomStream random = RandomStream.of(seed, RandomStream.Purpose.SPLIT, 9, 9);
        for (int row = 0; row < 60; row++) {
            String shop = row == 7 ? "once" : row % 13 == 0 ? "?" : "s" + row % 11;
            String y = Float.toString(row % 11 - 5 + random.nextFloat());
            table.addRow(
                    row + 2L,
                    List.of(
                            Float.toString(random.nextFloat()),
                            shop,
                            Float.toString(random.nextFloat()),
                            "f" + row % 3,
                            y));
        }
        return table.build();
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
        assertThat(ModelFile.read(file).schema()).isEqualTo(model.schema());
        LayerDescription layer = ModelFile.describe(file).layers().get(0);
        assertThat(layer.kind()).isEqualTo("category-embedding");
        assertThat(layer.inputs()).isEqualTo(5);
        assertThat(layer.outputs()).isEqualTo(2 + 3 * 3);
        assertThat(layer.parameterCount()).isEqualTo((4 + 3 + 2) * 3);
        assertThat(layer.parameters()).isEqualTo(Map.of("deviation", 1.0, "size", 3L));
    }

    /** Readers that were there before refuse it as too new, and not as damaged. */
    @Test
    void onlyAFileWithSuchCategoriesAsksForReadersThatKnowThem() throws IOException {
        assertThat(Files.readString(written(embedded()), StandardCharsets.ISO_8859_1))
                .contains("category-embeddings");
        for (Model model : TestModels.all().values()) {
            assertThat(Files.readString(written(model), StandardCharsets.ISO_8859_1))
                    .doesNotContain("category-embeddings");
        }
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        assertRefused(
                forgery -> forgery.envelope(envelope -> envelope.clearRequiredFeatures()),
                "it has what its envelope must require and does not: category-embeddings");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.setColumns(1, 5)),
                "layer 'l0': category-embedding: columns must ascend and be at least 0, got 3 where at least 6 is due");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.setColumns(2, 5)),
                "layer 'l0': network.layers[0]: category-embedding: there are 5 inputs, the first being 0; there is no"
                        + " input 5");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.clearValues()),
                "layer 'l0': category-embedding: there must be as many numbers of values as columns, 3, got 0");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.setValues(0, -1)),
                "layer 'l0': category-embedding: a column must have 1 to 16777216 values, got -1");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.setValues(0, 5)),
                "its network calls for 8 tensors of 332 bytes in all, its envelope says 8 of 320");
        assertRefused(
                forgery -> forgery.layer(0, layer -> layer.clearParams()),
                "layer 'l0': a category embedding layer has the parameters deviation (a number), size (a whole number);"
                        + " found '{}'");
        assertRefused(
                forgery -> forgery.layer(1, layer -> layer.addValues(3)),
                "layer 'l1': only a category embedding layer has values");
    }

    @Test
    void aTrainingOnATableEmbedsTheCategoriesOfColumnsThatHaveMany() {
        Experiment experiment = experiment();
        Model model = Training.of(experiment).run(table(experiment, 1)).model();
        LayerSpec first = model.network().spec().layers().get(0);

        // a, shop, b, few=f0, few=f1, few=f2; eleven shops, the rare and the missing ones
        assertThat(first).isEqualTo(new CategoryEmbeddingSpec(3, 0.5, Optional.of(List.of(1)), List.of(13)));
        assertThat(first.tensors(6).get(0).role()).isEqualTo(Role.TABLE);
        assertThat(model.network().spec().layers().get(1).columns()).contains(List.of(0, 1));
        assertThat(model.schema().inputWidth()).isEqualTo(6);
    }

    @Test
    void whatIsMissingRareOrUnseenHasARow() {
        Experiment experiment = experiment();
        Model model = Training.of(experiment).run(table(experiment, 1)).model();
        Map<String, Object> row = new HashMap<>(Map.of("a", 0.5f, "b", 0.5f, "few", "f1"));
        row.put("shop", null);
        double missing = model.predict(row).number();
        row.put("shop", "once");
        double rare = model.predict(row).number();
        row.put("shop", "never");
        assertThat(model.predict(row).number()).isEqualTo(rare).isNotEqualTo(missing);
    }

    @Test
    void aTrainingGoesOnToTheSameBitsFromItsCheckpoint() throws IOException {
        Experiment experiment = experiment();
        Table table = table(experiment, 1);
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
    void aTrainingThatStartsFromAModelKeepsItsCategories() {
        Experiment experiment = experiment();
        Model first = Training.of(experiment).run(table(experiment, 1)).model();
        Model second = Training.of(experiment)
                .withInitial(first)
                .run(table(experiment, 2))
                .model();
        assertThat(second.schema()).isEqualTo(first.schema());
        assertThat(second.network().spec()).isEqualTo(first.network().spec());
        assertThat(second.network().parameters()).isNotEqualTo(first.network().parameters());
    }

    @Test
    void membersOfAnEnsembleHaveTablesOfTheirOwn() throws IOException {
        Experiment experiment = described()
                .layer(new CategoryEmbeddingSpec())
                .dense(1, "identity")
                .ensemble(new Ensemble(Ensemble.Kind.FOLDS, 3))
                .build();
        Model model = Training.of(experiment).run(table(experiment, 1)).model();
        Model read = ModelFile.read(written(model));
        assertThat(read.networks())
                .extracting(Network::spec)
                .containsOnly(model.networks().get(0).spec());
        assertThat(read.networks().get(1).parameters())
                .isEqualTo(model.networks().get(1).parameters())
                .isNotEqualTo(model.networks().get(2).parameters());
    }

    @Test
    void withoutTheLayerAnIndexIsRefused() {
        Experiment experiment = described().dense(1, "identity").build();
        Table table = table(experiment, 1);
        Training training = Training.of(experiment);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training.run(table))
                .withMessage("network.layers[0]: must be a category-embedding, which makes numbers of the index that"
                        + " 'shop' is encoded as, got dense; put {\"type\": \"category-embedding\"} in front, or encode"
                        + " it one-hot");
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
