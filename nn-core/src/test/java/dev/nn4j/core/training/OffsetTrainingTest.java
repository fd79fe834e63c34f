// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.fitting.DataLint;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.core.validation.Fold;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that one float cannot tell apart, but a double can, are told apart by a model too. */
class OffsetTrainingTest {
    private static final long SEED = 20261129;
    private static final int ROWS = 200;

    private static ExperimentBuilder classifier() {
        return Experiment.builder()
                .target("y")
                .scaling(Scaling.STANDARD)
                .optimizer("adam", 0.1)
                .dense(1, "sigmoid")
                .training(training -> training.epochs(60).seed(1));
    }

    /** Late is what lies in the second half of {@code steps} steps from a number on. */
    private static String[] halves(BigDecimal from, BigDecimal step, int steps) {
        Random random = new Random(SEED);
        String[] rows = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int k = random.nextInt(steps);
            BigDecimal number = from.add(step.multiply(BigDecimal.valueOf(k)));
            rows[row] = number.toPlainString() + "," + (2 * k >= steps ? "late" : "early");
        }
        return rows;
    }

    private static double accuracy(Model model, Table table) {
        return ((ClassificationEvaluation) Evaluation.of(model, table)).accuracy();
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000000, 1, 60000", // milliseconds of a minute
        "1700000000000000000, 1000, 60000000", // nanoseconds of a minute
        "1700000000, 1, 60", // seconds of a minute
        "-62135596800000, 1, 1000", // milliseconds of a second of the year 1
        "20000000, 1, 2",
        "-16777217, 1, 2",
        "999999999999000, 1, 1000", // identifiers
        "1000000000, 0.01, 100", // cents of a large sum
        "4503599627370496, 1, 8",
        "100000.000001, 0.000001, 50"
    })
    void labelsThatFollowFromSmallDifferencesAreLearnt(BigDecimal from, BigDecimal step, int steps) {
        Experiment experiment = classifier().build();
        Table table = Tables.of(experiment::cellType, "x,y", halves(from, step, steps));
        Model model = Training.of(experiment).run(table).model();

        assertThat(accuracy(model, table)).isGreaterThanOrEqualTo(0.97);
        assertThat(model.schema().features().get(0).kind().offset()).isNotZero();
        assertThat(DataLint.of(model.schema(), table)).noneMatch(finding -> finding.contains("one value only"));
    }

    @Test
    void aTableWhoseFloatsDifferTrainsWithoutAnOffset() {
        Experiment experiment = classifier().build();
        String[] rows = halves(new BigDecimal("36.1"), new BigDecimal("0.1"), 60);
        Model model = Training.of(experiment)
                .run(Tables.of(experiment::cellType, "x,y", rows))
                .model();
        assertThat(model.schema().offsetColumns()).isEmpty();
        assertThat(model.schema().features().get(0).isPlain()).isTrue();
    }

    record Event(long time, Double gap) {}

    private static final String TIMES = "1700000050104,,early;1700000059764,1700000059763,late;"
            + "1700000006026,1700000006027,early;1700000050105,1700000050106,late;1700000000000,1700000060000,early";

    private static Model gaps() {
        Experiment experiment = classifier()
                .column(
                        "gap",
                        ColumnPlan.number().withMissing(MissingPolicy.MEDIAN).withIndicator())
                .build();
        return Training.of(experiment)
                .run(Tables.of(experiment::cellType, "time,gap,y", TIMES.split(";")))
                .model();
    }

    @Test
    void rowsOfEveryFormGiveTheSameBits() {
        Model model = gaps();
        Table table = Tables.of(model.schema()::cellType, "time,gap,y", TIMES.split(";"));
        Answers answers = Answers.of(model, table);
        var records = model.forRecords(Event.class, MethodHandles.lookup());
        for (int row = 0; row < table.rows(); row++) {
            String[] cells = TIMES.split(";")[row].split(",");
            long time = Long.parseLong(cells[0]);
            Double gap = cells[1].isEmpty() ? null : Double.valueOf(cells[1]);
            Map<String, Object> values = new HashMap<>(Map.of("time", time));
            values.put("gap", gap);
            float expected = answers.output(row, 0);
            float[] raw = model.schema().rawRow(values);
            float[] outputs = new float[1];
            model.predict(raw, 1, outputs, model.newScratch());

            assertThat(outputs).containsExactly(expected);
            assertThat(model.predict(values).outputs()).containsExactly(expected);
            assertThat(model.predict(Map.of("time", cells[0], "gap", cells[1])).outputs())
                    .containsExactly(expected);
            assertThat(model.predict(Map.of("time", new BigDecimal(cells[0]), "gap", cells[1]))
                            .outputs())
                    .containsExactly(expected);
            assertThat(records.apply(new Event(time, gap)).outputs()).containsExactly(expected);
            assertThat(model.predict((double) time, gap == null ? Double.NaN : gap)
                            .outputs())
                    .containsExactly(expected);
            double[] numbers = new double[1];
            model.predict(new double[] {time, gap == null ? Double.NaN : gap}, 1, numbers, model.newScratch());
            assertThat(numbers).containsExactly(expected);
        }
        assertThat(answers.output(0, 0)).isNotEqualTo(answers.output(3, 0));
    }

    @Test
    void goldenRowsAreWrittenWithAllTheirDigits() {
        assertThat(gaps().golden().cells())
                .startsWith("1700000050104", "", "1700000059764", "1700000059763", "1700000006026");
    }

    @Test
    void fillsAreTakenLessTheOffset() {
        Model model = gaps();
        double offset = model.schema().features().get(1).kind().offset();
        float fill = model.schema().features().get(1).missing().fill().get(0);
        assertThat(fill + offset).isEqualTo((1700000050106.0 + 1700000059763.0) / 2);
    }

    @Test
    void aRowOfFloatsIsRefused() {
        Model model = gaps();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predict(1700000050104L, 1700000050104L))
                .withMessage(
                        "model: numbers of [time, gap] are more than floats can tell apart; give a row of doubles, a"
                                + " map or a record");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> model.predict(1e300, 1))
                .withMessageStartingWith("feature 'time' holds 1.0E300, which less its offset of ");
    }

    @Test
    void numbersBeyondThoseOfTrainingAreTaken() {
        Model model = gaps();
        assertThat(model.predict(Map.of("time", 0, "gap", -1e15)).label()).isIn("early", "late");
        assertThat(model.predict(Map.of("time", 1800000000000L, "gap", 1800000000000L))
                        .label())
                .isEqualTo("late");
    }

    private static ExperimentBuilder regression(Scaling scaling) {
        return Experiment.builder()
                .target("y")
                .scaling(Scaling.STANDARD)
                .targetScaling(scaling)
                .optimizer("adam", 0.05)
                .loss("mean-squared-error")
                .dense(1, "identity")
                .training(training -> training.epochs(300).seed(1));
    }

    /** y = base + 0.25 x. */
    private static String[] line(String base) {
        List<String> rows = new ArrayList<>();
        for (int x = 0; x < 64; x++) {
            rows.add(x + ","
                    + new BigDecimal(base)
                            .add(new BigDecimal(x).divide(new BigDecimal(4)))
                            .toPlainString());
        }
        return rows.toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "-1700000000000", "1000000000000.5"})
    void targetsAreToldApartAndPredictedInTheirOwnUnits(String base) {
        Experiment experiment = regression(Scaling.STANDARD).build();
        Table table = Tables.of(experiment::cellType, "x,y", line(base));
        Model model = Training.of(experiment).run(table).model();
        Answers answers = Answers.of(model, table);
        RegressionEvaluation evaluation = (RegressionEvaluation) answers.evaluation();

        assertThat(evaluation.r2()).isGreaterThan(0.999);
        assertThat(model.predict(40.0).number()).isCloseTo(Double.parseDouble(base) + 10, within(0.2));
        assertThat(model.predict(Map.of("x", 40)).numbers().values())
                .containsExactly(model.predict(40.0).number());
        assertThat(model.predict(40f).number()).isEqualTo(answers.predicted(40, 0));
        assertThat(answers.actual(41, 0)).isEqualTo(Double.parseDouble(base) + 10.25);
        double[] numbers = new double[1];
        model.predict(new double[] {40}, 1, numbers, model.newScratch());
        assertThat(numbers[0]).isEqualTo(model.predict(40.0).number());
    }

    @Test
    void severalTargetsHaveOffsetsOfTheirOwn() {
        Experiment experiment = Experiment.builder()
                .target("y", "z")
                .loss("mean-squared-error")
                .dense(2, "identity")
                .build();
        Table table = Tables.of(experiment::cellType, "x,y,z", "1,0.5,1700000000001", "2,0.25,1700000000002");
        Model model = Training.of(experiment).run(table).model();
        assertThat(model.schema().targetOffsets()).containsExactly(0.0, 1700000000001.5);
        assertThat(model.schema().offsetColumns()).containsExactly("z");
        assertThat(Answers.of(model, table).actual(1, 1)).isEqualTo(1700000000002.0);
    }

    @Test
    void writtenNumbersHaveOffsetsToo() {
        NumberKind euros = new NumberKind(new NumberFormat(",", ".", "€"));
        Experiment experiment = classifier().column("x", ColumnPlan.of(euros)).build();
        Table table = Tables.of(experiment::cellType, "x,y", "1.000.000.000 €,a", "1.000.000.001 €,b");
        Model model = Training.of(experiment).run(table).model();
        assertThat(model.schema().features().get(0).kind().offset()).isEqualTo(1_000_000_000.5);
        assertThat(model.golden().cells()).containsExactly("1E+9", "1000000001");
        assertThat(accuracy(model, table)).isEqualTo(1);
    }

    @Test
    void aModelToStartFromKeepsItsOffsets() {
        Experiment experiment = classifier().build();
        Table table =
                Tables.of(experiment::cellType, "x,y", halves(new BigDecimal("1700000000000"), BigDecimal.ONE, 60_000));
        Model first = Training.of(experiment).run(table).model();
        Table later =
                Tables.of(experiment::cellType, "x,y", halves(new BigDecimal("1700000020000"), BigDecimal.ONE, 60_000));
        Model second = Training.of(experiment).withInitial(first).run(later).model();
        assertThat(second.schema()).isEqualTo(first.schema());
    }

    @Test
    void aCheckpointGoesOnToTheSameBitsAndKnowsItsDataByAllTheirDigits() {
        Experiment experiment = classifier().build();
        String[] rows = halves(new BigDecimal("1700000000000"), BigDecimal.ONE, 60_000);
        Table table = Tables.of(experiment::cellType, "x,y", rows);
        List<Checkpoint> checkpoints = new ArrayList<>();
        Model whole = Training.of(experiment)
                .withCheckpoints(20, checkpoints::add)
                .run(table)
                .model();
        Model resumed = Training.resume(checkpoints.get(0)).run(table).model();
        assertThat(resumed.network().parameters())
                .containsExactly(whole.network().parameters());

        rows[7] = Long.toString(Long.parseLong(rows[7].split(",")[0]) + 1) + "," + rows[7].split(",")[1];
        Table changed = Tables.of(experiment::cellType, "x,y", rows);
        Training training = Training.resume(checkpoints.get(0));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> training.run(changed))
                .withMessageContaining("the training data differ");
    }

    @Test
    void everyFoldHasTheOffsetOfItsOwnRows() {
        Experiment experiment = classifier().build();
        Table table =
                Tables.of(experiment::cellType, "x,y", halves(new BigDecimal("1700000000000"), BigDecimal.ONE, 60_000));
        List<Fold> folds = new CrossValidation(experiment, Execution.defaults()).folds(table, 4);
        for (Fold fold : folds) {
            ClassificationEvaluation evaluation = (ClassificationEvaluation) fold.evaluation();
            assertThat(evaluation.accuracy()).isGreaterThan(0.9);
            assertThat(fold.answers().schema().offsetColumns()).containsExactly("x");
        }
    }

    @Test
    void validationRowsAreTakenLessTheOffsetOfTheTrainingRows() {
        Experiment experiment = classifier().build();
        Table table =
                Tables.of(experiment::cellType, "x,y", halves(new BigDecimal("1700000000000"), BigDecimal.ONE, 60_000));
        Table validation = Tables.of(experiment::cellType, "x,y", "1700000000001,early", "1700000059999,late");
        TrainingResult outcome =
                Training.of(experiment).withValidation(validation).run(table);
        assertThat(outcome.history().get(59).validationAccuracy()).hasValue(1);
        assertThat(Optional.of(accuracy(outcome.model(), validation))).contains(1.0);
    }

    @Test
    void aLintSaysWhatNoOffsetCanKeep() {
        Experiment experiment = classifier().build();
        String[] rows = halves(new BigDecimal("1700000000000"), BigDecimal.ONE, 60_000);
        assertThat(lint(experiment, rows)).isEmpty();
        rows[9] = "0,early";
        assertThat(lint(experiment, rows))
                .containsExactly("column 'x' holds numbers too far apart for 32-bit floats to tell close ones from each"
                        + " other; leave cells like 0 or -1 that stand for no value blank, or ignore it");
        String[] huge = halves(new BigDecimal("1000000000000000000"), BigDecimal.ONE, 60_000);
        assertThat(lint(experiment, huge))
                .containsExactly(
                        "column 'x' holds whole numbers above 2^53, of which doubles hold only some: neighbours"
                                + " may be taken for one; if these matter, subtract what all have in common, or read it as a"
                                + " category");
    }

    private static List<String> lint(Experiment experiment, String[] rows) {
        Table table = Tables.of(experiment::cellType, "x,y", rows);
        return DataLint.of(Training.of(experiment).run(table).model().schema(), table).stream()
                .filter(finding -> !finding.contains("alone tells"))
                .toList();
    }
}
