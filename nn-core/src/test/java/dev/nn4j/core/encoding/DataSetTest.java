// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import static dev.nn4j.core.cell.CellType.NUMBER;
import static dev.nn4j.core.cell.CellType.NUMBER_OR_MISSING;
import static dev.nn4j.core.cell.CellType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {
    private static final DataSet THREE = DataSet.of(new float[] {1, 2, 3, 4, 5, 6}, 2, new float[] {7, 8, 9}, 1);

    @Test
    void rowsWeighOneUnlessTheyAreWeighted() {
        assertThat(THREE.rows()).isEqualTo(3);
        assertThat(THREE.isWeighted()).isFalse();
        assertThat(THREE.weight(2)).isEqualTo(1);
        DataSet weighted = THREE.withWeights(new float[] {1, 0, 2});
        assertThat(weighted.isWeighted()).isTrue();
        assertThat(weighted.weight(2)).isEqualTo(2);
        assertThat(weighted).hasToString("3 rows, 2 inputs, 1 targets");
    }

    @Test
    void selectingTakesInputsTargetsAndWeightsAlong() {
        DataSet selected = THREE.withWeights(new float[] {1, 0, 2}).select(new int[] {2, 0});
        assertThat(selected.inputs()).containsExactly(5, 6, 1, 2);
        assertThat(selected.targets()).containsExactly(9, 7);
        assertThat(selected.weight(0)).isEqualTo(2);
        assertThat(THREE.select(new int[] {1}).isWeighted()).isFalse();
    }

    @Test
    void aViewHasRowsThatStayWhereTheyAre() {
        DataSet view = THREE.withWeights(new float[] {1, 0, 2}).view(WordArray.of(new int[] {2, 0, 2}));
        assertThat(view).hasToString("3 rows, 2 inputs, 1 targets");
        assertThat(view.inputs()).containsExactly(5, 6, 1, 2, 5, 6);
        assertThat(view.targets()).containsExactly(9, 7, 9);
        assertThat(view.weight(1)).isEqualTo(1);
        assertThat(view.weight(2)).isEqualTo(2);
        assertThat(view.meanWeight()).isEqualTo(5.0 / 3);

        DataSet weighed = view.withWeights(new float[] {3, 4, 5});
        float[] inputs = new float[4];
        float[] targets = new float[2];
        weighed.read(WordArray.of(new int[] {0, 2, 1}), 1, 2, inputs, targets);
        assertThat(inputs).containsExactly(5, 6, 1, 2);
        assertThat(targets).containsExactly(9, 7);
        assertThat(weighed.weight(2)).isEqualTo(5);
        assertThat(THREE.view(WordArray.of(new int[] {1})).isWeighted()).isFalse();
    }

    @Test
    void aViewIsOfRowsThatThereAre() {
        for (int none : new int[] {-1, 3}) {
            WordArray indices = WordArray.of(new int[] {0, none});
            assertThatThrownBy(() -> THREE.view(indices)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void rowsThatAreEncodedWhenTheyAreReadAreThoseThatWereEncodedBefore() {
        TableBuilder builder = Table.builder("test", List.of("n", "c", "t"), List.of(NUMBER_OR_MISSING, TEXT, NUMBER));
        List.of("1,red,5", "?,green,6", "3,blue,7").forEach(row -> builder.addRow(2, List.of(row.split(","))));
        Table table = builder.build();
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        new Feature("n", new NumberKind(), new Missing(MissingPolicy.MEAN, true, List.of(2f))),
                        new Feature("c", new CategoryKind(List.of("red", "green"), Unseen.RARE), Missing.error())))
                .targets(List.of("t"))
                .build();
        Scaler inputs = Scaler.fitInputs(Scaling.STANDARD, schema, table);
        Scaler targets = Scaler.fitTargets(Scaling.STANDARD, schema, table);
        DataSet arrays = DataSet.of(table, schema, inputs, targets);
        DataSet encoded = DataSet.forOnePass(table, schema, inputs, targets);

        assertThat(encoded.inputs()).isEqualTo(arrays.inputs());
        assertThat(encoded.targets()).isEqualTo(arrays.targets());
        assertThat(encoded.select(new int[] {2, 0}).inputs())
                .isEqualTo(arrays.select(new int[] {2, 0}).inputs());
        assertThat(encoded.withWeights(new float[] {1, 2, 3}).weight(1)).isEqualTo(2);
        assertThat(arrays.inputs()).hasSize(3 * 5).startsWith(-1.2247448f, 0, 1, 0, 0);
        assertThat(arrays.targets()).containsExactly(-1.2247448f, 0, 1.2247448f);
    }

    @Test
    void arraysMustMakeTheSameWholeRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSet.of(new float[5], 2, new float[3], 1))
                .withMessage("data set: 5 inputs of width 2 and 3 targets of width 1 must make the same whole rows");
        assertThatIllegalArgumentException().isThrownBy(() -> DataSet.of(new float[4], 2, new float[3], 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSet.of(new float[4], 0, new float[3], 1))
                .withMessage("data set: widths must be at least 1, got 0 and 1");
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, Float.NaN, Float.POSITIVE_INFINITY})
    void aWeightMustBeFiniteAndNotNegative(float weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.withWeights(new float[] {1, weight, 1}))
                .withMessage("data set: weights must be finite and at least 0, got " + weight);
    }

    @Test
    void someRowMustWeighSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.withWeights(new float[3]))
                .withMessage("data set: at least one weight must be above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.withWeights(new float[2]))
                .withMessage("data set: 3 rows need as many weights, got 2");
    }

    @Test
    void readersOfRowsThatAreEncodedWhenTheyAreReadDoNotSeeEachOther() {
        int rows = 64;
        TableBuilder builder = Table.builder("test", List.of("n", "c", "t"), List.of(NUMBER, TEXT, NUMBER));
        for (int row = 0; row < rows; row++) {
            builder.addRow(row + 2L, List.of("" + row, row % 2 == 0 ? "red" : "green", "" + -row));
        }
        Table table = builder.build();
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        new Feature("n", new NumberKind(), Missing.error()),
                        new Feature("c", new CategoryKind(List.of("red", "green"), Unseen.ERROR), Missing.error())))
                .targets(List.of("t"))
                .build();
        DataSet encoded = DataSet.forOnePass(table, schema, Scaler.none(), Scaler.none());
        float[] expected = encoded.inputs();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> reads = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int part = 1 + thread;
                reads.add(threads.submit(() -> reads(encoded, part, expected)));
            }
            for (Future<Boolean> read : reads) {
                assertThat(read.get()).isTrue();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whether many reads of so many rows at a time give what one read of all gave. */
    private static boolean reads(DataSet data, int part, float[] expected) {
        float[] inputs = new float[part * data.inputWidth()];
        float[] targets = new float[part];
        for (int round = 0; round < 2000; round++) {
            int first = round % (data.rows() - part);
            data.read(first, part, inputs, targets);
            int from = first * data.inputWidth();
            if (!Arrays.equals(inputs, Arrays.copyOfRange(expected, from, from + inputs.length))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void arraysAreForRowsThatFitIntoThemAndIntoAQuarterOfTheHeap() {
        long huge = Long.MAX_VALUE / 4;
        assertThat(ArrayDataSet.fits(1000, 10, 11, 4 * 4 * 11_000)).isTrue();
        assertThat(ArrayDataSet.fits(1000, 10, 11, 4 * 4 * 11_000 - 4)).isFalse();
        assertThat(ArrayDataSet.fits(1 << 20, 2047, 2048, huge)).isTrue();
        assertThat(ArrayDataSet.fits(1 << 20, 2048, 2049, huge)).isFalse();
        assertThat(ArrayDataSet.fits(Integer.MAX_VALUE, Integer.MAX_VALUE, 1L << 32, huge))
                .isFalse();
    }

    @Test
    void whatOneArrayCannotHoldIsRefusedInWords() {
        assertThat(ArrayLength.of("rows", 3, 4)).isEqualTo(12);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArrayLength.of("raw rows of a table", 3_000_000, 1000))
                .withMessage("raw rows of a table: 3000000 rows of 1000 are 3000000000 numbers, and one array holds at"
                        + " most 2147483639; take them in parts");
    }
}
