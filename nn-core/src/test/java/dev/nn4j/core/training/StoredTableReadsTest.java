// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableStore;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who trains from a store reads as many cells more as there are columns more, and rows more, and no more than that. */
class StoredTableReadsTest {
    @Test
    void readsGrowAsColumnsDo() {
        long few = reads(100, 64);
        long many = reads(200, 64);
        long most = reads(400, 64);

        assertThat(few).isGreaterThan(100 * 64);
        assertThat(most - many).isEqualTo(2 * (many - few));
    }

    @Test
    void readsGrowAsRowsDo() {
        assertThat(reads(50, 4 * 256)).isLessThanOrEqualTo(4 * reads(50, 256));
    }

    /** Cells that are read for statistics, two epochs, validation and an evaluation. */
    private static long reads(int columns, int rows) {
        Experiment experiment = Experiment.builder()
                .target("y")
                .scaling(Scaling.STANDARD)
                .targetScaling(Scaling.STANDARD)
                .dense(3, "tanh")
                .dense(1, "identity")
                .loss("mean-squared-error")
                .optimizer("adam", 0.01)
                .training(options -> options.epochs(2).batchSize(16).validationFraction(0.25))
                .build();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            names.add("c" + c);
        }
        names.add("y");
        Counting store = new Counting(rows, new AtomicLong());
        Table table = Table.stored("store", names, Collections.nCopies(names.size(), CellType.NUMBER), store);
        TrainingResult outcome = Training.of(experiment)
                .withExecution(new Execution(1, KernelChoice.SCALAR))
                .run(table);
        Evaluation.of(outcome.model(), outcome.training());
        return store.cells().get();
    }

    /**
     * Numbers that follow from their place.
     *
     * @param cells how many were read
     */
    private record Counting(int rows, AtomicLong cells) implements TableStore {
        @Override
        public long line(int row) {
            return row + 2L;
        }

        @Override
        public float number(int row, int place) {
            cells.incrementAndGet();
            return (row * 7 + place * 3) % 11;
        }

        @Override
        public void numbers(int row, int place, float[] into, int at, int count) {
            for (int i = 0; i < count; i++) {
                into[at + i] = number(row, place + i);
            }
        }

        @Override
        public String text(int row, int place) {
            throw new IllegalArgumentException("there are no texts");
        }

        @Override
        public WordArray newWords(long count) {
            return WordArray.of(new int[(int) count]);
        }
    }
}
