// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SourceBlocksTest {
    private static final int MANY = 1000;

    /** Gives rows one by one, and then nothing or a fault. */
    private static class Listed implements RowSource {
        private final Queue<SourceRow> rows = new ArrayDeque<>();
        private final boolean broken;
        private int askedAtTheEnd;

        Listed(int count, boolean broken) {
            for (int i = 1; i <= count; i++) {
                rows.add(new SourceRow(i, List.of("x" + i), i % 3 == 0));
            }
            this.broken = broken;
        }

        @Override
        public String source() {
            return "listed";
        }

        @Override
        public List<String> header() {
            return List.of("x");
        }

        @Override
        public Optional<SourceRow> next() throws IOException {
            while (!rows.isEmpty() && rows.element().isBlank()) {
                rows.remove();
            }
            return nextOrBlank();
        }

        @Override
        public Optional<SourceRow> nextOrBlank() throws IOException {
            if (rows.isEmpty()) {
                askedAtTheEnd++;
                if (broken) {
                    throw new IOException("listed: is broken");
                }
            }
            return Optional.ofNullable(rows.poll());
        }

        @Override
        public void close() {}
    }

    /** Gives some rows together. */
    private static final class Together extends Listed {
        private final int some;

        Together(int count, int some) {
            super(count, false);
            this.some = some;
        }

        @Override
        public List<SourceRow> nextRows() throws IOException {
            List<SourceRow> rows = new ArrayList<>();
            for (int i = 0; i < some; i++) {
                nextOrBlank().ifPresent(rows::add);
            }
            return rows;
        }
    }

    private static List<Integer> sizes(SourceBlocks blocks) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        for (Optional<List<SourceRow>> block = blocks.next(); block.isPresent(); block = blocks.next()) {
            sizes.add(block.get().size());
        }
        return sizes;
    }

    private static List<Long> lines(SourceBlocks blocks) throws IOException {
        List<Long> lines = new ArrayList<>();
        for (Optional<List<SourceRow>> block = blocks.next(); block.isPresent(); block = blocks.next()) {
            block.get().forEach(row -> lines.add(row.line()));
        }
        return lines;
    }

    @Test
    void rowsThatComeOneByOneArePutTogether() throws IOException {
        assertThat(sizes(SourceBlocks.all(new Listed(10, false), 4))).containsExactly(4, 4, 2);
    }

    @Test
    void rowsThatComeTogetherStayTogether() throws IOException {
        assertThat(sizes(SourceBlocks.all(new Together(20, 8), 4))).containsExactly(8, 8, 4);
    }

    @Test
    void longRowsMakeSmallBlocks() throws IOException {
        String text = "x".repeat(400_000);
        List<List<String>> cells = List.of(List.of(text), List.of(text), List.of(text), List.of(text));
        RowSource rows = RowSource.ofMaps(
                List.of("x"), cells.stream().map(row -> Map.of("x", row.get(0))).toList());
        assertThat(sizes(SourceBlocks.all(rows, MANY))).containsExactly(3, 1);
    }

    @Test
    void blankRowsAreThereOrNot() throws IOException {
        assertThat(lines(SourceBlocks.all(new Listed(7, false), 2))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(lines(SourceBlocks.filled(new Listed(7, false), 2))).containsExactly(1L, 2L, 4L, 5L, 7L);
        assertThat(lines(SourceBlocks.filled(new Together(7, 3), 2))).containsExactly(1L, 2L, 4L, 5L, 7L);
    }

    @Test
    void aFaultComesBehindTheRowsBeforeIt() throws IOException {
        SourceBlocks blocks = SourceBlocks.all(new Listed(3, true), MANY);
        assertThat(blocks.next().orElseThrow()).hasSize(3);
        assertThatThrownBy(blocks::next).isInstanceOf(IOException.class).hasMessage("listed: is broken");
    }

    @Test
    void aSourceThatHasEndedIsNotAskedAgain() throws IOException {
        Listed rows = new Listed(3, false);
        SourceBlocks blocks = SourceBlocks.all(rows, MANY);
        assertThat(sizes(blocks)).containsExactly(3);
        assertThat(blocks.next()).isEmpty();
        assertThat(rows.askedAtTheEnd).isEqualTo(1);
    }
}
