// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.core.Model;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.model.Forgery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that need an offset, in models, table files and Java source. */
class NumberOffsetsTest {
    private static final long SEED = 20261129;

    @TempDir
    private Path folder;

    private static Experiment experiment() {
        return Experiment.builder()
                .target("y")
                .scaling(Scaling.STANDARD)
                .targetScaling(Scaling.STANDARD)
                .optimizer("adam", 0.05)
                .loss("mean-squared-error")
                .dense(1, "identity")
                .training(training -> training.epochs(80).seed(3))
                .build();
    }

    /** Milliseconds and a price of 17 digits; the first rows are on a grid of floats, the others are not. */
    private Path csv() throws IOException {
        Random random = new Random(SEED);
        StringBuilder csv = new StringBuilder("ms,price,small,y\n");
        for (int row = 0; row < 300; row++) {
            int ms = random.nextInt(60_000);
            String time = row < 3 ? "1700000000000" : Long.toString(1_700_000_000_000L + ms);
            String price = row < 40 ? "36." + ms % 10 : Double.toString(36 + random.nextDouble() * 1e-5);
            csv.append(time)
                    .append(',')
                    .append(price)
                    .append(',')
                    .append(ms % 7 * 0.1f)
                    .append(',');
            csv.append(1_000_000_000L + (row < 3 ? 0 : ms / 100)).append(".25\n");
        }
        return Files.writeString(folder.resolve("data.csv"), csv);
    }

    @Test
    void streamedAndInMemoryTheNumbersTheWeightsAndTheAnswersAreTheSame() throws IOException {
        Path csv = csv();
        Table memory = Csv.read(csv, experiment()::cellType);
        Table stored = TableFile.convert(csv, experiment()::cellType, folder.resolve("data.table"));
        try (CsvRows rows = CsvRows.open(csv)) {
            Table moved = TableFile.read(rows, TableReading.of(experiment()::cellType), 2000, path -> {});
            for (int row = 0; row < memory.rows(); row++) {
                for (String column : memory.columns()) {
                    double number = memory.exactNumber(row, column);
                    assertThat(stored.exactNumber(row, column)).isEqualTo(number);
                    assertThat(moved.exactNumber(row, column)).isEqualTo(number);
                }
            }
            assertThat(moved.sha256(List.of("ms"))).isEqualTo(memory.sha256(List.of("ms")));
        }
        assertThat(stored.sha256(List.of("ms", "y"))).isEqualTo(memory.sha256(List.of("ms", "y")));

        Model one = Training.of(experiment()).run(memory).model();
        Model other = Training.of(experiment()).run(stored).model();
        assertThat(other.schema()).isEqualTo(one.schema());
        assertThat(one.schema().offsetColumns()).contains("ms", "y");
        assertThat(other.network().parameters()).isEqualTo(one.network().parameters());
        assertThat(other.golden()).isEqualTo(one.golden());

        Answers answers = Answers.of(one, memory);
        assertThat(Answers.of(other, stored).outputs()).isEqualTo(answers.outputs());
        assertThat(((RegressionEvaluation) answers.evaluation()).r2()).isGreaterThan(0.99);
    }

    @Test
    void aTableFileIsOpenedAgainWithAllDigits() throws IOException {
        Path csv = csv();
        Path file = folder.resolve("data.table");
        Table memory = Csv.read(csv, column -> CellType.NUMBER);
        TableFile.convert(csv, column -> CellType.NUMBER, file);
        Optional<Table> again = TableFile.open(file, csv, column -> CellType.NUMBER);
        assertThat(again).isPresent();
        assertThat(again.get().exactNumber(299, "ms")).isEqualTo(memory.exactNumber(299, "ms"));
        assertThat(again.get().select(new int[] {299}).exactNumber(0, "price"))
                .isEqualTo(memory.exactNumber(299, "price"));
    }

    private Model read(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        assertThat(ModelFile.verify(file, TestModels.REGISTRY).passed()).isTrue();
        return ModelFile.read(file);
    }

    private static Model offsets() {
        return new GoldenModels(TestModels.REGISTRY).offsets();
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        Model model = offsets();
        Model read = read(model);
        assertThat(read.schema()).isEqualTo(model.schema());
        assertThat(read.golden()).isEqualTo(model.golden());
        assertThat(read.predict(1_700_000_050_104.0, Double.NaN, 1e9, 1).numbers())
                .isEqualTo(
                        model.predict(1_700_000_050_104.0, Double.NaN, 1e9, 1).numbers());
    }

    @Test
    void onlyAFileWithOffsetsAsksForReadersThatKnowThem() throws IOException {
        assertThat(latin(offsets())).contains("number-offsets");
        for (Model model : TestModels.all().values()) {
            assertThat(latin(model)).doesNotContain("number-offsets");
        }
    }

    private String latin(Model model) throws IOException {
        Path file = folder.resolve("m.nn");
        ModelFile.write(model, file);
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        assertRefused(
                forgery -> forgery.envelope(envelope -> envelope.clearRequiredFeatures()),
                "it has what its envelope must require and does not: number-offsets");
        assertRefused(
                forgery -> forgery.preprocessing(
                        preprocessing -> preprocessing.getFeaturesBuilder(0).setOffset(Double.NaN)),
                "an offset must be finite as a 32-bit number, got NaN");
        assertRefused(
                forgery -> forgery.preprocessing(
                        preprocessing -> preprocessing.getFeaturesBuilder(0).setOffset(1e39)),
                "an offset must be finite as a 32-bit number, got 1.0E39");
        assertRefused(
                forgery -> forgery.preprocessing(preprocessing ->
                        preprocessing.getFeaturesBuilder(0).setKind(dev.nn4j.io.internal.proto.FeatureKind.BOOLEAN)),
                "has an offset, which its kind has not");
        assertRefused(
                forgery -> forgery.preprocessing(preprocessing -> preprocessing.addTargetOffsets(1)),
                "target offsets must be finite, one for each target of a regression and not all 0");
        assertRefused(
                forgery -> forgery.preprocessing(preprocessing -> preprocessing.setTargetOffsets(1, 0)),
                "target offsets must be finite, one for each target of a regression and not all 0");
    }

    private interface Change {
        void to(Forgery forgery) throws IOException;
    }

    private void assertRefused(Change change, String message) throws IOException {
        Path file = folder.resolve("forged.nn");
        ModelFile.write(offsets(), file);
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
