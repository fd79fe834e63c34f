// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Given;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside scikit-learn 1.2 on rows of three tables; curves.py made the fixtures. */
class ScoredAnswersTest {
    private static final Schema SCHEMA = Schema.builder(Task.BINARY)
            .features(Feature.numbers("x"))
            .targets(List.of("y"))
            .labels(List.of("no", "yes"))
            .positiveClass(1)
            .build();

    @ParameterizedTest
    @CsvSource({
        "german, '2 0.093750000 0.000000000|25 0.163750000 0.240000000|61 0.247950820 0.229508197|28 0.341517857"
                + " 0.285714286|23 0.451086957 0.434782609|8 0.562500000 0.875000000|2 0.671875000 0.000000000|1"
                + " 0.781250000 1.000000000'",
        "titanic, '24 0.263020833 0.333333333|61 0.315061475 0.295081967|29 0.417025862 0.379310345|22 0.566761364"
                + " 0.590909091|7 0.642857143 0.571428571|4 0.757812500 0.750000000|2 0.843750000 1.000000000|1"
                + " 1.000000000 1.000000000'",
        "telco, '61 0.058401639 0.065573770|38 0.153782895 0.157894737|15 0.245833333 0.133333333|15 0.345833333"
                + " 0.266666667|6 0.442708333 0.666666667|2 0.546875000 1.000000000|6 0.635416667 0.333333333|6"
                + " 0.744791667 1.000000000|1 0.843750000 1.000000000'"
    })
    void binsOfCalibrationAreThoseOfScikitLearn(String table, String bins) throws IOException {
        assertThat(ScoredAnswers.of(answers(table), 0).calibration(10))
                .extracting(
                        bin -> String.format(Locale.ROOT, "%d %.9f %.9f", bin.rows(), bin.predicted(), bin.observed()))
                .containsExactly(bins.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource({
        "german, 20, '0.78125 1.000000000 0.021739130|0.53125 0.727272727 0.173913043|0.375 0.534883721 0.500000000'",
        "titanic, 21, '1.0 1.000000000 0.016666667|0.71875 0.857142857 0.100000000|0.53125 0.638888889 0.383333333'",
        "telco, 24, '0.84375 1.000000000 0.032258065|0.625 0.692307692 0.290322581|0.40625 0.714285714 0.483870968'"
    })
    void cutsAreThePointsOfThePrecisionRecallCurve(String table, int count, String points) throws IOException {
        List<Cut> cuts = ScoredAnswers.of(answers(table), 0).cuts();
        assertThat(cuts).hasSize(count);
        String[] expected = points.split("\\|");
        for (int i = 0; i < expected.length; i++) {
            Cut cut = cuts.get(5 * i);
            assertThat(String.format(Locale.ROOT, "%s %.9f %.9f", cut.threshold(), cut.precision(), cut.recall()))
                    .isEqualTo(expected[i]);
        }
        assertThat(cuts.get(count - 1).recall()).isEqualTo(1);
    }

    @Test
    void gainsAddUpAndRowsOfOneScoreStayTogether() throws IOException {
        ScoredAnswers scored = ScoredAnswers.of(answers("telco"), 0);
        List<GainsGroup> groups = scored.gains(10);
        assertThat(groups).hasSizeBetween(5, 10);
        assertThat(groups.stream().mapToDouble(GainsGroup::rows).sum()).isEqualTo(150);
        assertThat(groups.stream().mapToDouble(GainsGroup::positives).sum()).isEqualTo(scored.positives());
        GainsGroup last = groups.get(groups.size() - 1);
        assertThat(last.gain()).isEqualTo(1);
        assertThat(last.cumulativeLift()).isCloseTo(1, within(1e-12));
        for (int i = 1; i < groups.size(); i++) {
            assertThat(groups.get(i).lowest()).isLessThan(groups.get(i - 1).lowest());
        }
    }

    @Test
    void aRowOfWeightTwoIsTwoRows() {
        Answers weighted = Given.weighing(
                Given.labels(SCHEMA, new float[] {.2f, .7f, .9f, .5f}, new int[] {0, 1, 1, 0}, 0), 1, 2, 1, 0);
        Answers twice = Given.labels(SCHEMA, new float[] {.2f, .7f, .7f, .9f}, new int[] {0, 1, 1, 1}, 0);
        assertThat(ScoredAnswers.of(weighted, 0).above(0.6))
                .isEqualTo(ScoredAnswers.of(twice, 0).above(0.6))
                .isEqualTo(new Cut(0.6, 3, 0, 0, 1));
        assertThat(new Cut(0.5, 3, 1, 1, 5))
                .extracting(Cut::precision, Cut::recall, Cut::f1, Cut::accuracy, Cut::flagged)
                .containsExactly(0.75, 0.75, 0.75, 0.8, 0.4);
        assertThat(WorstRow.of(weighted, 3)).extracting(WorstRow::row).containsExactly(1, 0, 2);
    }

    @Test
    void errorsLieWhereTheFeatureIs() {
        Schema numbers = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("x"))
                .targets(List.of("y"))
                .build();
        Answers answers = Given.numbers(numbers, new float[] {1, 1, 1, 1, 1, 1}, new float[] {1, 2, 1, 1, 4, 5}, 0);
        Table rows = Table.builder("d.csv", List.of("x", "y"), List.of(CellType.NUMBER, CellType.NUMBER))
                .addRow(2, List.of("1", "1"))
                .addRow(3, List.of("2", "2"))
                .addRow(4, List.of("1", "1"))
                .addRow(5, List.of("2", "1"))
                .addRow(6, List.of("8", "4"))
                .addRow(7, List.of("9", "5"))
                .build();
        List<ErrorBin> bins = FeatureErrors.of(answers, rows, 3).get(0).bins();
        assertThat(bins).extracting(ErrorBin::value).containsExactly("1", "2", "8 … 9");
        assertThat(bins).extracting(ErrorBin::rows).containsExactly(2L, 2L, 2L);
        assertThat(bins).extracting(ErrorBin::cost).containsExactly(0.0, 0.5, 3.5);
        assertThat(bins.get(2).bias()).hasValue(3.5);
        assertThat(WorstRow.of(answers, 2)).containsExactly(new WorstRow(5, 4), new WorstRow(4, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureErrors.of(answers, rows.select(new int[] {0}), 3))
                .withMessage("diagnosis: must be of as many rows as answers, 6, got 1");
    }

    private static Answers answers(String table) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(ScoredAnswersTest.class.getResourceAsStream("curves.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split(","))
                    .filter(cells -> cells[0].equals(table))
                    .forEach(rows::add);
        }
        float[] outputs = new float[rows.size()];
        int[] labels = new int[rows.size()];
        Arrays.setAll(labels, row -> Integer.parseInt(rows.get(row)[1]));
        for (int row = 0; row < outputs.length; row++) {
            outputs[row] = Float.parseFloat(rows.get(row)[2]);
        }
        return Given.labels(SCHEMA, outputs, labels, 0);
    }
}
