// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that are done again, and the cards of their models. */
class ReproduceCommandTest {
    private static final String PLAIN = "\"epochs\": 3, \"validationFraction\": 0.2, \"profile\": true";

    @TempDir
    private Path folder;

    private Path data;
    private Path model;

    @BeforeEach
    void rows() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,t"));
        for (int row = 0; row < 90; row++) {
            int x = row * 37 % 90;
            lines.add(x + "," + (x + row % 7 * 10 > 80 ? "yes" : "no"));
        }
        data = Files.write(folder.resolve("data.csv"), lines);
        model = folder.resolve("m.nn");
    }

    private void train(String training, String more, Object... arguments) throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": "t" }, "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ { "outputDim": 4, "activation": "tanh" }, { "type": "dropout", "rate": 0.2 },
                { "outputDim": 1, "activation": "sigmoid" } ] },
              "loss": "binary-cross-entropy", "optimizer": { "type": "adam", "learningRate": 0.1 },
              "training": { %s } %s }
            """.formatted(training, more));
        List<Object> all =
                new ArrayList<>(List.of("train", "--config", config, "--data", data, "--out", model, "--threads", 2));
        all.addAll(List.of(arguments));
        CliRun run = CliRun.of(all.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private CliRun reproduce(Object... more) {
        List<Object> all = new ArrayList<>(List.of("reproduce", model, "--data", data, "--threads", 1));
        all.addAll(List.of(more));
        return CliRun.of(all.toArray());
    }

    private void assertSame(CliRun run) {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith(model + " is what its training gives: trained again on " + data);
    }

    @Test
    void oneNetworkComesOutAgain() throws IOException {
        train(PLAIN, "", "--set", "training.seed=7");
        assertSame(reproduce());
    }

    @Test
    void soDoThresholdsCalibrationAndARefit() throws IOException {
        train(PLAIN + ", \"calibrate\": true, \"refit\": true", ", \"decision\": { \"maximize\": \"f1\" }");
        assertSame(reproduce());
    }

    @Test
    void soDoesAnEnsemble() throws IOException {
        train("\"epochs\": 2", ", \"ensemble\": { \"kind\": \"folds\", \"members\": 3 }");
        assertSame(reproduce());
    }

    @Test
    void soDoesATrainingWithValidationData() throws IOException {
        train("\"epochs\": 2", "", "--validation", data);
        assertSame(reproduce("--validation", data));
        assertThat(reproduce().exit()).isEqualTo(2);
        assertThat(reproduce().error()).contains("was trained with data to validate on; give them");
    }

    @Test
    void otherDataAreNotTrainedOn() throws IOException {
        train(PLAIN, "");
        Files.writeString(data, Files.readString(data).replaceFirst(",no", ",yes"));
        CliRun run = reproduce();
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error()).contains("these are not the data that", "as many rows, but other cells");
    }

    @Test
    void aModelThatWasChangedAfterwardsDiffersAndIsToldWhere() throws IOException {
        train(PLAIN, "");
        Model trained = ModelFile.read(model);
        float[] parameters = trained.network().parameters();
        parameters[2] += 1;
        Model moved = Model.builder(
                        trained.schema(), Network.of(trained.network().spec(), parameters), trained.loss())
                .inputScaler(trained.inputScaler())
                .golden(trained.golden())
                .provenance(trained.provenance())
                .profile(trained.profile())
                .build();
        ModelFile.write(moved, model);
        CliRun run = reproduce();
        assertThat(run.exit()).isEqualTo(9);
        assertThat(run.out()).isEmpty();
        assertThat(run.error()).contains("its training gives other bits, first in l0/weight, value 3 of 4: ");

        ModelFile.write(trained.withDecision(Decision.above(0.25f)), model);
        assertThat(reproduce().error()).contains("first in the thresholds: [0.25] there, ");
    }

    @Test
    void aModelThatDoesNotSayEnoughIsRefused() throws IOException {
        train(PLAIN, "");
        Model trained = ModelFile.read(model);
        Path first = Files.copy(model, folder.resolve("first.nn"));
        ModelFile.write(trained.withProvenance(Provenance.none()), model);
        assertThat(reproduce().exit()).isEqualTo(4);
        assertThat(reproduce().error()).contains("holds no configuration");

        train(PLAIN, "", "--init", first);
        assertThat(reproduce().exit()).isEqualTo(4);
        assertThat(reproduce().error()).contains("started from another model (--init)");

        Path checkpoint = folder.resolve("c.nn");
        train(PLAIN, "", "--checkpoint", checkpoint);
        assertThat(CliRun.of("reproduce", checkpoint, "--data", data).error()).contains("is a checkpoint");
    }

    @Test
    void aCardTellsWhatTheFileHolds() throws IOException {
        train(PLAIN, "");
        CliRun run = CliRun.of("card", model);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("# Model card: m.nn\n")
                .contains(
                        "which of two labels t has",
                        "On 18 validation rows, from which it has not learnt:",
                        "| figure | value | 95 % interval |",
                        "| x | number | 0% | 0 … ",
                        "Trained on data.csv, 90 rows",
                        "nn reproduce m.nn")
                .doesNotContain(folder.toString());
    }

    @Test
    void aCardIsWrittenInTheFormThatItsNamePromises() throws IOException {
        train(PLAIN, "");
        Path html = folder.resolve("card.html");
        assertThat(CliRun.of("card", model, "--out", html).exit()).isZero();
        assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").contains("<svg class=\"bars\"");
        assertThat(CliRun.of("card", model, "--out", folder.resolve("card.md")).exit())
                .isZero();
        assertThat(CliRun.of("card", model, "--out", folder.resolve("card.pdf")).exit())
                .isEqualTo(2);
    }

    @Test
    void aBareModelHasACardToo() throws IOException {
        train("\"epochs\": 1", "");
        ModelFile.write(ModelFile.read(model).withProvenance(Provenance.none()), model);
        CliRun run = CliRun.of("card", model);
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("it holds no figures on rows that the model has not learnt from", "does not hold what");
    }
}
