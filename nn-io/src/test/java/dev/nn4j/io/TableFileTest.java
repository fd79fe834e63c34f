// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.training.MixedCsv;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {
    @TempDir
    private Path folder;

    private Path csv;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        csv = folder.resolve("data.csv");
        file = folder.resolve("data.table");
        Files.writeString(csv, "n,skipped,gap,text\n1.5,x,NA,\"two\nlines\"\n\n-2,y,3,ü\n0.1,z,?,ü\n");
    }

    private static CellType type(String column) {
        return switch (column) {
            case "n" -> CellType.NUMBER;
            case "gap" -> CellType.NUMBER_OR_MISSING;
            case "text" -> CellType.TEXT;
            default -> CellType.SKIPPED;
        };
    }

    private Table converted() throws IOException {
        return TableFile.convert(csv, TableFileTest::type, file);
    }

    @Test
    void holdsTheCellsAndThePlacesThatTheCsvHas() throws IOException {
        Table memory = Csv.read(csv, TableFileTest::type);
        converted();
        Table table = TableFile.open(file);

        assertThat(table.source()).isEqualTo(csv.toString());
        assertThat(table.columns()).isEqualTo(memory.columns());
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.numbers("n")).isEqualTo(memory.numbers("n"));
        assertThat(table.numbers("gap")).containsExactly(Float.NaN, 3, Float.NaN);
        assertThat(table.texts("text")).containsExactly("two\nlines", "ü", "ü");
        assertThat(table.sha256()).isEqualTo(memory.sha256());
        for (int row = 0; row < 3; row++) {
            assertThat(table.location(row, "gap")).isEqualTo(memory.location(row, "gap"));
        }
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> table.texts("skipped"))
                .withMessage(csv + ":1:2: column 'skipped' was not read as text");
    }

    @Test
    void takesFourBytesToACellAndToARow() throws IOException {
        assertThat(bytesFor("w")).isBetween(80_000L, 81_000L);
    }

    /** Floats of nine digits, written down and read as doubles. */
    @Test
    void takesFourBytesMoreWhereAFloatAndAFewDecimalsDoNotGiveTheNumberBack() throws IOException {
        assertThat(bytesFor("a")).isBetween(120_000L, 121_000L);
    }

    private long bytesFor(String number) throws IOException {
        Path many = MixedCsv.write(folder.resolve("many.csv"), 10_000);
        TableFile.convert(many, column -> column.equals(number) ? CellType.NUMBER : CellType.SKIPPED, file);
        return Files.size(file);
    }

    @Test
    void chosenRowsOfChosenRowsAreThoseOfMemory() throws IOException {
        Table memory = Csv.read(csv, TableFileTest::type);
        int[] first = {2, 0, 1};
        int[] second = {1, 2, 1};

        Table chosen = converted().select(first).select(second);

        Table expected = memory.select(first).select(second);
        assertThat(chosen.numbers("n")).isEqualTo(expected.numbers("n"));
        assertThat(chosen.texts("text")).isEqualTo(expected.texts("text"));
        assertThat(chosen.location(1, "n")).isEqualTo(expected.location(1, "n"));
    }

    @Test
    void textsBeyondTheDictionaryAreKeptToo() throws IOException {
        Path many = MixedCsv.write(folder.resolve("many.csv"), 40_000);
        Table memory = Csv.read(many, column -> CellType.TEXT);

        Table table = TableFile.convert(many, column -> CellType.TEXT, file);

        assertThat(table.sha256()).isEqualTo(memory.sha256());
        assertThat(table.text(39_999, "id")).isEqualTo("r39999");
        assertThat(TableFile.open(file).sha256()).isEqualTo(memory.sha256());
    }

    @Test
    void isUsedAgainForTheSameDataReadTheSameWayOnly() throws IOException {
        converted();
        assertThat(TableFile.open(file, csv, TableFileTest::type)).isPresent();
        assertThat(TableFile.open(file, csv, column -> CellType.TEXT)).isEmpty();
        assertThat(TableFile.open(file, Files.copy(csv, folder.resolve("copy.csv")), TableFileTest::type))
                .hasValueSatisfying(table -> assertThat(table.source()).endsWith("copy.csv"));

        Files.writeString(csv, Files.readString(csv).replace("1.5", "1.6"));
        assertThat(TableFile.open(file, csv, TableFileTest::type)).isEmpty();
    }

    @Test
    void aCellThatCannotBeReadIsTheErrorThatItIsInMemoryAndLeavesNothing() throws IOException {
        converted();
        byte[] before = Files.readAllBytes(file);
        Files.writeString(csv, "n\n1\n\noops\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(this::converted)
                .withMessage(csv + ":4:1: column 'n' must hold finite decimal numbers, got 'oops'; correct the cell or"
                        + " leave the column out");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(names()).containsExactly("data.csv", "data.table");
    }

    @Test
    void givingUpLeavesNothing() throws IOException {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> TableFile.convert(
                        csv,
                        Header.FIRST_LINE,
                        TableReading.of(TableFileTest::type).withCancellation(() -> true),
                        file));
        assertThat(names()).containsExactly("data.csv");
    }

    @Test
    void smallDataStayInMemory() throws IOException {
        try (CsvRows rows = CsvRows.open(csv)) {
            Table table = TableFile.read(rows, TableReading.of(TableFileTest::type), 1 << 20, moved -> {
                throw new AssertionError("moved to " + moved);
            });
            assertThat(table.isInMemory()).isTrue();
            assertThat(table.rows()).isEqualTo(3);
        }
    }

    @Test
    void temporaryFilesHaveNoNameWhereTheSystemAllowsThat() throws IOException {
        Path many = MixedCsv.write(folder.resolve("many.csv"), 30_000);
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        // the system's own holds what others write there at the same time, or have left
        String systems = System.setProperty("java.io.tmpdir", temporary.toString());
        try (CsvRows rows = CsvRows.open(many)) {
            List<Path> told = new ArrayList<>();
            Table table = TableFile.read(rows, TableReading.of(column -> CellType.TEXT), 1 << 10, told::add);
            assertThat(told).containsExactly(temporary);
            assertThat(table.newWords(1 << 20).length()).isEqualTo(1 << 20);
            assertThat(names(temporary)).isEmpty();
        } finally {
            System.setProperty("java.io.tmpdir", systems);
        }
    }

    @Test
    void case114_whatIsNoTableFileIsRefused() throws IOException {
        Files.writeString(file, "a,b\n1,2\n");
        refused("is no table that nn4j wrote; name another file, or remove this one if it is not needed");
        Files.write(file, new byte[0]);
        refused("is no table that nn4j wrote");
    }

    @Test
    void case115_aTableFileOfAnotherVersionIsRefused() throws IOException {
        converted();
        byte[] bytes = Files.readAllBytes(file);
        bytes[8] = 3;
        Files.write(file, bytes);
        refused("is a table of format version 3, this nn4j reads version 2; remove it and convert the data again");
    }

    @Test
    void case116_aTableFileThatIsCutShortIsRefusedWhereverItIsCut() throws IOException {
        converted();
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 8; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            refused("is damaged: it is cut short");
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        refused("is damaged: it is cut short, or bytes were added to it; remove it and convert the data again");
    }

    @Test
    void case117_everyBitOfATableFileIsChecked() throws IOException {
        converted();
        byte[] bytes = Files.readAllBytes(file);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bytes);
            refused(bit < 64 ? "is no table" : bit < 96 ? "is a table of format version" : "is damaged: ");
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void aFileThatIsNotThereOrNoFileIsNamed() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> TableFile.open(file));
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> TableFile.open(folder))
                .withMessage(folder + ": is a folder, not a file");
    }

    private void refused(String problem) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TableFile.open(file))
                .withMessageStartingWith(file + ": " + problem);
    }

    private List<String> names() throws IOException {
        return names(folder);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileConvertedWithAHeaderIsNotTakenForOneWithout() throws IOException {
        Path csv = Files.writeString(folder.resolve("h.csv"), "c1,c2\n1,2\n3,4\n");
        Path file = folder.resolve("h.table");
        TableReading reading = TableReading.of(name -> CellType.TEXT);
        TableFile.convert(csv, name -> CellType.TEXT, file);

        assertThat(TableFile.open(file, csv, name -> CellType.TEXT)).isPresent();
        assertThat(TableFile.open(file, csv, Header.NONE, reading)).isEmpty();
        Table all = TableFile.convert(csv, Header.NONE, reading, file);
        assertThat(all.rows()).isEqualTo(3);
        assertThat(TableFile.open(file, csv, Header.NONE, reading)).isPresent();
        assertThat(TableFile.open(file, csv, name -> CellType.TEXT)).isEmpty();
    }
}
