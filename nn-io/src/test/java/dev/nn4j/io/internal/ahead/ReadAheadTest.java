// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.ahead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.io.CsvRows;
import dev.nn4j.io.RowSources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final String MANY = "a,b\n"
            + IntStream.range(0, 10_000).mapToObj(i -> i + "," + 2 * i + "\n").collect(Collectors.joining());

    private static RowSource csv(String text) throws IOException {
        return CsvRows.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "rows.csv");
    }

    private static List<SourceRow> all(RowSource rows) throws IOException {
        List<SourceRow> all = new ArrayList<>();
        for (Optional<SourceRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            all.add(row.get());
        }
        return all;
    }

    /** A source of so many rows, that then throws this. */
    private static final class Failing implements RowSource {
        private final Throwable fault;
        private final AtomicBoolean closed = new AtomicBoolean();
        private final AtomicReference<Thread> reader = new AtomicReference<>();
        private int left;

        Failing(int rows, Throwable fault) {
            this.left = rows;
            this.fault = fault;
        }

        @Override
        public String source() {
            return "rows";
        }

        @Override
        public List<String> header() {
            return List.of("a");
        }

        @Override
        public Optional<SourceRow> next() throws IOException {
            reader.set(Thread.currentThread());
            if (left-- > 0) {
                return Optional.of(new SourceRow(1, List.of("1")));
            }
            if (fault instanceof IOException io) {
                throw io;
            }
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }

    @Test
    void rowsAreTheSourcesInItsOrder() throws IOException {
        try (RowSource alone = csv(MANY);
                RowSource ahead = RowSources.ahead(csv(MANY))) {
            assertThat(ahead.source()).isEqualTo("rows.csv");
            assertThat(ahead.header()).containsExactly("a", "b");
            assertThat(ahead.isHeaderALine()).isTrue();
            assertThat(all(ahead)).hasSize(10_000).isEqualTo(all(alone));
            assertThat(ahead.next()).isEmpty();
        }
    }

    @Test
    void blankRowsAreCountedAndGivenToWhoAsksForThem() throws IOException {
        String text = "a,b\n1,2\n,\n3,4\n , \n";
        try (RowSource ahead = RowSources.ahead(csv(text))) {
            assertThat(all(ahead)).hasSize(2);
            assertThat(ahead.blankRows()).isEqualTo(2);
        }
        try (RowSource ahead = RowSources.ahead(csv(text))) {
            List<Boolean> blank = new ArrayList<>();
            for (Optional<SourceRow> row = ahead.nextOrBlank(); row.isPresent(); row = ahead.nextOrBlank()) {
                blank.add(row.get().isBlank());
            }
            assertThat(blank).containsExactly(false, true, false, true);
        }
    }

    @Test
    void oneWayOfAskingHasToDo() throws IOException {
        try (RowSource ahead = RowSources.ahead(csv(MANY))) {
            ahead.next();
            assertThatThrownBy(ahead::nextOrBlank)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("rows.csv: rows are read with blank ones or without, not in turns");
        }
    }

    @Test
    void aFaultIsThrownOnceAllRowsBeforeItWereGiven() throws IOException {
        try (RowSource ahead = RowSources.ahead(csv(MANY + "\"open,1\n"))) {
            for (int row = 0; row < 10_000; row++) {
                assertThat(ahead.next()).isPresent();
            }
            assertThatThrownBy(ahead::next)
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("rows.csv:10002:1: the quoted cell that begins here is not closed");
        }
    }

    @Test
    void everyKindOfFaultIsThrownAsItIs() throws IOException {
        for (Throwable fault :
                List.of(new IOException("gone"), new IllegalStateException("no"), new StackOverflowError())) {
            for (int rows : new int[] {0, 1, 2048, 5000}) {
                try (RowSource ahead = RowSources.ahead(new Failing(rows, fault))) {
                    for (int row = 0; row < rows; row++) {
                        assertThat(ahead.next()).isPresent();
                    }
                    assertThatThrownBy(ahead::next).isSameAs(fault);
                    assertThatThrownBy(ahead::next).as("again").isSameAs(fault);
                }
            }
        }
    }

    @Test
    void closingEndsTheReaderAndClosesTheSource() throws IOException {
        Failing endless = new Failing(Integer.MAX_VALUE, new IOException("never"));
        RowSource ahead = RowSources.ahead(endless);
        ahead.next();
        ahead.close();
        assertThat(endless.closed).isTrue();
        assertThat(endless.reader.get()).isNotSameAs(Thread.currentThread());
        assertThat(endless.reader.get().isAlive()).isFalse();
        assertThatThrownBy(() -> all(ahead))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("rows: is closed");
    }

    @Test
    void aSourceThatNobodyReadsHasNoThread() throws IOException {
        Failing unread = new Failing(1, new IOException("never"));
        RowSources.ahead(unread).close();
        assertThat(unread.closed).isTrue();
    }

    @Test
    void anInterruptIsKept() throws IOException {
        try (RowSource ahead = RowSources.ahead(csv(MANY))) {
            Thread.currentThread().interrupt();
            assertThat(all(ahead)).hasSize(10_000);
        }
        assertThat(Thread.interrupted()).isTrue();
    }
}
