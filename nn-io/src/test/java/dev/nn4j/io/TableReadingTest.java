// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each setting of a reading is kept, checked and used by all that reads tables. */
class TableReadingTest {
    private static final Function<String, CellType> TYPES = name -> CellType.NUMBER;

    @TempDir
    private Path folder;

    private Path csv;
    private Path file;

    @BeforeEach
    void writeData() throws IOException {
        csv = Files.writeString(folder.resolve("data.csv"), "x\n1\n2\n");
        file = folder.resolve("data.table");
    }

    @Test
    void whatNobodyAsksForIsOneThreadThatNothingCancels() {
        TableReading reading = TableReading.of(TYPES);
        assertThat(reading.types()).isSameAs(TYPES);
        assertThat(reading.threads()).isEqualTo(1);
        assertThat(reading.cancellation().isRequested()).isFalse();
    }

    @Test
    void aSettingLeavesTheOthersAndTheReadingThatItWasMadeOf() {
        TableReading plain = TableReading.of(TYPES);
        TableReading threaded = plain.withThreads(3);
        TableReading cancelled = threaded.withCancellation(() -> true);
        TableReading changed = cancelled.withThreads(2);

        assertThat(plain.threads()).isEqualTo(1);
        assertThat(threaded.types()).isSameAs(TYPES);
        assertThat(threaded.cancellation().isRequested()).isFalse();
        assertThat(cancelled.types()).isSameAs(TYPES);
        assertThat(cancelled.threads()).isEqualTo(3);
        assertThat(changed.threads()).isEqualTo(2);
        assertThat(changed.cancellation().isRequested()).isTrue();
    }

    @Test
    void theLastCancellationCounts() {
        TableReading reading = TableReading.of(TYPES).withCancellation(() -> true);
        assertThat(reading.withCancellation(() -> false).cancellation().isRequested())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void fewerThanOneThreadAreRefused(int threads) {
        TableReading reading = TableReading.of(TYPES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reading.withThreads(threads))
                .withMessage("table: threads must be at least 1, got " + threads);
    }

    @Test
    @SuppressWarnings("NullAway") // callers in other languages may say null
    void nullIsRefusedWhereItIsSaid() {
        assertThatNullPointerException()
                .isThrownBy(() -> TableReading.of(null))
                .withMessage("table: how columns are read is null");
        TableReading reading = TableReading.of(TYPES);
        assertThatNullPointerException()
                .isThrownBy(() -> reading.withCancellation(null))
                .withMessage("table: the cancellation is null");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whateverReadsIsCancelled(int threads) throws IOException {
        TableReading reading = TableReading.of(TYPES).withThreads(threads).withCancellation(() -> true);
        RowSources sources = RowSources.of(List.of());
        SourceRequest request = SourceRequest.of(csv);
        cancelled(() -> TableFile.convert(csv, Header.FIRST_LINE, reading, file), "the conversion of " + csv);
        cancelled(() -> TableFile.convert(sources, request, reading, file), "the conversion of " + csv);
        try (RowSource rows = CsvRows.open(csv)) {
            cancelled(() -> TableFile.convert(rows, reading, file), "the conversion of " + csv);
            cancelled(() -> TableFile.read(rows, reading, Long.MAX_VALUE, moved -> {}), "the reading of " + csv);
        }
        assertThat(file).doesNotExist();

        TableFile.convert(csv, TYPES, file);
        cancelled(() -> TableFile.open(file, csv, Header.FIRST_LINE, reading), "the check of " + file);
        cancelled(() -> TableFile.open(file, sources, request, reading), "the check of " + file);
    }

    private static void cancelled(ThrowingCallable work, String what) {
        assertThatExceptionOfType(CancellationException.class).isThrownBy(work).withMessage(what + " was given up");
    }

    @Test
    void aReadingServesForAFileAfterTheOther() throws IOException {
        AtomicBoolean asked = new AtomicBoolean();
        BooleanSupplier question = () -> {
            asked.set(true);
            return false;
        };
        TableReading reading = TableReading.of(TYPES).withThreads(2).withCancellation(question);
        Table made = TableFile.convert(csv, Header.FIRST_LINE, reading, file);
        assertThat(asked).isTrue();
        assertThat(TableFile.open(file, csv, Header.FIRST_LINE, reading))
                .map(Table::sha256)
                .contains(made.sha256());
        Table other = TableFile.convert(csv, Header.NONE, TableReading.of(name -> CellType.TEXT), file);
        assertThat(other.rows()).isEqualTo(3);
        assertThat(TableFile.open(file, csv, Header.FIRST_LINE, reading)).isEmpty();
    }
}
