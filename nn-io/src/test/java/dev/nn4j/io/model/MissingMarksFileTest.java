// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.Csv;
import dev.nn4j.io.GoldenModels;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.TableFile;
import dev.nn4j.io.TestModels;
import dev.nn4j.io.internal.proto.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own missing marks and gaps that are refused by intent, in models and table files. */
class MissingMarksFileTest {
    private final GoldenModels golden = new GoldenModels(TestModels.REGISTRY);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("m.nn");
    }

    private Forgery written(Model model) throws IOException {
        ModelFile.write(model, file);
        return new Forgery(Files.readAllBytes(file));
    }

    private Model read(Forgery forgery) throws IOException {
        Files.write(file, forgery.bytes());
        return ModelFile.read(file);
    }

    private static List<Missing> missing(Model model) {
        return model.schema().features().stream()
                .map(dev.nn4j.core.schema.Feature::missing)
                .toList();
    }

    @Test
    void ownMarksAreReadAsTheyWereWrittenAndAskForAReaderThatKnowsThem() throws IOException {
        Model model = golden.marks();

        assertThat(read(written(model)).schema()).isEqualTo(model.schema());
        Forgery silent = written(model).envelope(envelope -> envelope.clearRequiredFeatures());
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> read(silent))
                .withMessageContaining("it has what its envelope must require and does not: missing-marks");
    }

    @Test
    void marksOfTheTargetAloneAskForItToo() throws IOException {
        Forgery forgery = written(golden.marks())
                .preprocessing(preprocessing ->
                        preprocessing.getFeaturesBuilderList().forEach(Feature.Builder::clearMissingMarks));
        assertThat(read(forgery).schema().targetGaps())
                .isEqualTo(golden.marks().schema().targetGaps());
        Forgery silent = forgery.envelope(envelope -> envelope.clearRequiredFeatures());
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> read(silent))
                .withMessageContaining("missing-marks");
    }

    @Test
    void moreOrLongerMarksThanThereMayBeAreRefused() throws IOException {
        assertMarksRefused(List.of("x".repeat(65)), "each has at most 64 characters");
        List<String> many = IntStream.range(0, 65).mapToObj(i -> "m" + i).toList();
        assertMarksRefused(many, "missing marks: at most 64, got 65");
    }

    private void assertMarksRefused(List<String> marks, String problem) throws IOException {
        Forgery forgery = written(golden.marks())
                .preprocessing(preprocessing -> preprocessing
                        .getFeaturesBuilder(0)
                        .getMissingMarksBuilder()
                        .clearTexts()
                        .addAllTexts(marks));
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> read(forgery))
                .withMessageContaining("feature 'measured': ")
                .withMessageContaining(problem);
    }

    /** A reader that reads over the field takes a gap for the error that it is to it without a policy. */
    @Test
    void refusedGapsAskForNoOtherReaderAndAreAnErrorToThoseWhoIgnoreThem() throws IOException {
        Model model = golden.refusedGaps();
        assertThat(read(written(model)).schema()).isEqualTo(model.schema());

        Model ignorant = read(written(model)
                .preprocessing(preprocessing -> preprocessing
                        .getFeaturesBuilderList()
                        .forEach(feature -> feature.clearRefusesMissing().clearMissingMarks()))
                .envelope(envelope -> envelope.clearRequiredFeatures()));
        assertThat(missing(ignorant)).containsOnly(Missing.error());
        assertThat(ignorant.golden()).isEqualTo(model.golden());
    }

    @Test
    void aTableFileKeepsOwnMarksAndIsNotUsedAgainForOthers() throws IOException {
        Path csv = Files.writeString(folder.resolve("data.csv"), "n,t\n-999,NA\n2,-\n-999.0,x\n-,y\n");
        Path table = folder.resolve("data.table");
        MissingMarks own = MissingMarks.of(List.of("-", "-999"));
        Table memory = Csv.read(csv, column -> type(column, own));
        TableFile.convert(csv, column -> type(column, own), table);

        Table stored = TableFile.open(table);
        assertThat(stored.numbers("n"))
                .isEqualTo(memory.numbers("n"))
                .containsExactly(Float.NaN, 2, Float.NaN, Float.NaN);
        assertThat(stored.sha256()).isEqualTo(memory.sha256());
        assertThat(TableFile.open(table, csv, column -> type(column, own))).isPresent();
        assertThat(TableFile.open(table, csv, column -> type(column, MissingMarks.usual())))
                .isEmpty();
    }

    private static CellType type(String column, MissingMarks marks) {
        return (column.equals("n") ? CellType.NUMBER_OR_MISSING : CellType.TEXT).withMarks(marks);
    }
}
