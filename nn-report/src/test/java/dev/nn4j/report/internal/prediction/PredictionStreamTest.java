// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.InputTally.Leniency;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.io.CsvRows;
import dev.nn4j.io.sink.RowSink;
import dev.nn4j.report.internal.prediction.PredictionStream.PredictedCells;
import dev.nn4j.report.internal.text.PredictionCells;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows to lines on one thread and on several: the same bytes, notes and faults. */
class PredictionStreamTest {
    private static final Schema SCHEMA = Schema.builder(Task.REGRESSION)
            .features(List.of(
                    Feature.number("x"),
                    new Feature("gap", new NumberKind(), new Missing(MissingPolicy.MEAN, false, List.of(1f))),
                    new Feature("kind", new CategoryKind(List.of("a", "b"), Unseen.ZEROS), Missing.error())))
            .targets(List.of("y"))
            .build();
    private static final String HEADER = "id,x,gap,kind\n";
    private static final List<String> IDS =
            List.of("%d", "\" %d\"", "\"%d,;\"", "\"%d \"\"a\"\"\n\"", "\u00e4%d", "#%d");

    /** Adds up what it is given; more than a thousand it cannot take. */
    private static final Predictor SUM = new Predictor() {
        @Override
        public Schema schema() {
            return SCHEMA;
        }

        @Override
        public Scratch newScratch(KernelChoice kernels) {
            return new Scratch() {};
        }

        @Override
        public void predict(float[] rows, int count, float[] outputs, Scratch scratch) {
            for (int row = 0; row < count; row++) {
                if (rows[3 * row] > 1000) {
                    throw new DataException("row " + row + " (the first is 0): 'x' is too large");
                }
                float gap = Float.isNaN(rows[3 * row + 1]) ? 0.5f : rows[3 * row + 1];
                outputs[row] = rows[3 * row] + gap + rows[3 * row + 2];
            }
        }
    };

    /** What is to be found out about a run. */
    private record Outcome(String out, Optional<InputNotes> notes, String fault) {}

    private static PredictionStream stream(RowSource rows, int threads, List<PredictedColumns> more) {
        PredictedCells cells = new PredictedCells(List.of("id"), new PredictionCells(SCHEMA, false), more);
        return new PredictionStream(
                SUM, new Execution(threads, KernelChoice.AUTO), rows, cells, Leniency.UNSAID, () -> {});
    }

    private static RowSource csv(String text) throws IOException {
        return CsvRows.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "new.csv");
    }

    private static Outcome outcome(String text, int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PredictionStream stream = stream(csv(text), threads, List.of(new Number()));
        try {
            stream.writeTo(out);
            return new Outcome(out.toString(StandardCharsets.UTF_8), Optional.of(stream.notes()), "");
        } catch (DataException e) {
            return new Outcome(out.toString(StandardCharsets.UTF_8), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** A column with something to forget: its rows' places in their blocks. */
    private static final class Number implements PredictedColumns {
        private final List<String> numbers = new ArrayList<>();

        @Override
        public List<String> header() {
            return List.of("number");
        }

        @Override
        public PredictedColumns ofThread() {
            return new Number();
        }

        @Override
        public void begin(PredictedBlock block) {
            numbers.clear();
            block.read().forEach(row -> numbers.add(Long.toString(row.line())));
        }

        @Override
        public void append(PredictedBlock block, int row, List<String> cells) {
            cells.add(numbers.get(row));
        }
    }

    private static String rows(int count, Random random) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int row = 0; row < count; row++) {
            if (random.nextInt(50) == 0) {
                text.append(",,,\n");
                continue;
            }
            text.append(IDS.get(random.nextInt(IDS.size())).formatted(row)).append(',');
            text.append(random.nextInt(30) == 0 ? "" : Float.toString(random.nextInt(2000) / 16f))
                    .append(',')
                    .append(random.nextInt(9) == 0 ? "NA" : random.nextInt(50))
                    .append(',')
                    .append(random.nextInt(3) == 0 ? "x" + random.nextInt(3000) : "b")
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void anyNumberOfThreadsWritesTheSameBytesAndNotes() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int count : new int[] {1, 2, 255, 256, 257, 1000, 40_000}) {
            String text = rows(count, random);
            Outcome one = outcome(text, 1);
            assertThat(one.fault()).as("seed %d, %d rows", seed, count).isEmpty();
            for (int threads : new int[] {2, 3, 8}) {
                assertThat(outcome(text, threads))
                        .as("seed %d, %d rows", seed, count)
                        .isEqualTo(one);
            }
        }
    }

    @Test
    void whatIsWrittenIsWhatTheModelAnswers() throws IOException {
        String text = HEADER + "1,2,3,a\n,,,\n\"a,b\",,1,b\n3,0.5,NA,zzz\n";
        for (int threads = 1; threads <= 3; threads++) {
            Outcome all = outcome(text, threads);
            assertThat(all.out()).isEqualTo("id,prediction,number\n1,5,2\n\"\",,\n\"a,b\",,\n3,3,5\n");
            assertThat(all.notes().orElseThrow().columns()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,one,1,a\n", "1,2,3\n", "1,2000,1,a\n", "1,2,3,\"a\n", "1,2,3,\"a\"b\n"})
    void theFirstFaultOfAllIsToldBehindTheLinesBeforeIt(String wrong) throws IOException {
        String good = "7,1,2,a\n";
        for (int before : new int[] {0, 1, 300, 5000, 30_000}) {
            String text = HEADER + good.repeat(before) + wrong + good.repeat(9000) + "8,two,2,a\n" + good.repeat(9);
            Outcome one = outcome(text, 1);
            assertThat(one.fault()).startsWith("new.csv:" + (before + 2) + ":");
            for (int threads : new int[] {2, 3}) {
                assertThat(outcome(text, threads)).as("%d rows before", before).isEqualTo(one);
            }
        }
    }

    @Test
    void aSinkGetsItsRowsInOrder() throws IOException {
        String text = rows(3000, new Random(1));
        List<List<String>> written = new ArrayList<>();
        boolean[] committed = new boolean[1];
        RowSink sink = new RowSink() {
            @Override
            public void write(List<String> cells) {
                written.add(cells);
            }

            @Override
            public void commit() {
                committed[0] = true;
            }

            @Override
            public void close() {}
        };
        stream(csv(text), 3, List.of(new Number())).writeTo(sink);
        assertThat(committed[0]).isTrue();
        assertThat(written).hasSize(3000);
        List<Long> numbers = written.stream()
                .map(cells -> cells.get(2))
                .filter(cell -> !cell.isEmpty())
                .map(Long::valueOf)
                .toList();
        assertThat(numbers).isSorted();
    }

    @Test
    void aColumnThatUsesThreadsItselfIsAskedByOne() throws IOException {
        AtomicInteger threads = new AtomicInteger();
        PredictedColumns busy = new PredictedColumns() {
            @Override
            public List<String> header() {
                return List.of("busy");
            }

            @Override
            public boolean useThreads() {
                return true;
            }

            @Override
            public PredictedColumns ofThread() {
                threads.incrementAndGet();
                return this;
            }

            @Override
            public void append(PredictedBlock block, int row, List<String> cells) {
                cells.add("1");
            }
        };
        stream(csv(rows(20_000, new Random(2))), 4, List.of(busy)).writeTo(OutputStream.nullOutputStream());
        assertThat(threads).hasValue(1);
    }

    /** A source that stops to think holds up none of the rows that it has given. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void rowsAreAnsweredBeforeOthersAreWaitedFor(int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] lines = new int[1];
        RowSource slow = new RowSource() {
            private long line = 1;

            @Override
            public String source() {
                return "slow";
            }

            @Override
            public List<String> header() {
                return List.of("id", "x", "gap", "kind");
            }

            @Override
            public Optional<SourceRow> next() {
                line++;
                if (line == 2 + 256) {
                    lines[0] =
                            (int) out.toString(StandardCharsets.UTF_8).lines().count();
                }
                return line > 1000 ? Optional.empty() : Optional.of(new SourceRow(line, List.of("7", "1", "2", "a")));
            }

            @Override
            public void close() {}
        };
        stream(slow, threads, List.of()).writeTo(out);
        assertThat(lines[0]).isEqualTo(257);
    }

    @Test
    void whatEndsItAllEndsIt() {
        AtomicInteger asked = new AtomicInteger();
        Runnable enough = () -> {
            if (asked.incrementAndGet() > 5) {
                throw new IllegalStateException("enough");
            }
        };
        PredictedCells cells = new PredictedCells(List.of(), new PredictionCells(SCHEMA, false), List.of());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new PredictionStream(
                                SUM,
                                new Execution(2, KernelChoice.AUTO),
                                csv(HEADER + "7,1,2,a\n".repeat(100_000)),
                                cells,
                                Leniency.ALL,
                                enough)
                        .writeTo(OutputStream.nullOutputStream()))
                .withMessage("enough");
        assertThat(asked.get()).isLessThan(20);
    }
}
