// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.table.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InputTallyTest {
    private static final Schema SCHEMA = Schema.builder(Task.REGRESSION)
            .features(List.of(
                    new Feature("n", new NumberKind(), Missing.error()),
                    new Feature("m", new NumberKind(), new Missing(MissingPolicy.MEAN, false, List.of(1f))),
                    new Feature("c", new CategoryKind(List.of("a", "b"), Unseen.ZEROS), Missing.error())))
            .targets(List.of("t"))
            .build();

    private static InputNotes together(List<SourceRow> rows) {
        InputTally tally = new InputTally(SCHEMA, InputTally.Leniency.ALL);
        count(rows, tally);
        return tally.notes();
    }

    private static InputNotes inParts(List<SourceRow> rows, Random random) {
        InputTally tally = new InputTally(SCHEMA, InputTally.Leniency.ALL);
        for (int from = 0, to; from < rows.size(); from = to) {
            to = Math.min(rows.size(), from + 1 + random.nextInt(3000));
            InputTally part = tally.newPart();
            count(rows.subList(from, to), part);
            tally.add(part);
        }
        return tally.notes();
    }

    private static void count(List<SourceRow> rows, InputTally tally) {
        RowBinding binding = SCHEMA.bind("new.csv", List.of("n", "m", "c"));
        float[] raw = new float[SCHEMA.rawWidth()];
        rows.forEach(row -> binding.read(row, raw, 0, tally));
    }

    private static List<SourceRow> rows(int texts, Random random) {
        List<SourceRow> rows = new ArrayList<>();
        for (int row = 0; row < 10_000; row++) {
            rows.add(new SourceRow(
                    row + 2,
                    List.of(
                            random.nextInt(5000) == 0 ? "" : "1",
                            random.nextInt(10) == 0 ? "NA" : "2",
                            // some stand in nearly all parts, others come after there were too many to keep
                            random.nextInt(3) == 0 ? "a" : "x" + (int) Math.abs(texts / 4.0 * random.nextGaussian()))));
        }
        return rows;
    }

    @Test
    void partsInTheirOrderCountWhatAllRowsTogetherCount() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int texts : new int[] {1, 10, 900, 1500, 5000, 100_000}) {
            List<SourceRow> rows = rows(texts, random);
            assertThat(inParts(rows, random))
                    .as("seed %d, %d texts", seed, texts)
                    .isEqualTo(together(rows));
        }
    }

    @Test
    void aTextThatCameBeforeThereWereTooManyIsCountedInEveryPart() {
        List<SourceRow> rows = new ArrayList<>();
        for (int row = 0; row < 6000; row++) {
            // "often" is the first text of all, and the last of each part
            rows.add(new SourceRow(row + 2, List.of("1", "2", row == 0 || row % 3000 > 2900 ? "often" : "x" + row)));
        }
        InputTally tally = new InputTally(SCHEMA, InputTally.Leniency.ALL);
        for (int from = 0; from < 6000; from += 3000) {
            InputTally part = tally.newPart();
            count(rows.subList(from, from + 3000), part);
            tally.add(part);
        }
        assertThat(tally.notes()).isEqualTo(together(rows));
        assertThat(tally.notes().columns().get(0).texts().get(0))
                .isEqualTo(new InputNotes.UnseenText("often", 199, ""));
    }
}
