// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import java.lang.invoke.MethodHandles;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which values of a program are missing: null, NaN and an empty Optional; marks are texts. */
class TypedValuesTest {
    private enum Risk {
        NONE,
        NA,
        HIGH
    }

    private record Case(
            @Nullable Object risk, double x, @Nullable Object outcome) {}

    private static Experiment experiment(MissingPolicy policy, Unseen unseen) {
        return Experiment.builder()
                .target("outcome")
                .column("risk", ColumnPlan.of(new FoundCategories(0, unseen)).withMissing(policy))
                .dense(1, "sigmoid")
                .training(options -> options.epochs(2))
                .build();
    }

    private static Table table(Experiment experiment, Case... cases) {
        return Table.ofRecords(List.of(cases), Case.class, MethodHandles.lookup(), experiment::cellType);
    }

    private static Model model(Experiment experiment, Case... cases) {
        return Training.of(experiment).run(table(experiment, cases)).model();
    }

    @Test
    void aConstantThatReadsLikeAMarkIsALabelAndACategory() {
        Experiment experiment = experiment(MissingPolicy.ERROR, Unseen.ERROR);
        Case[] cases = {new Case(Risk.NONE, 1, Risk.NONE), new Case(Risk.NA, 2, Risk.HIGH)};
        Model model = model(experiment, cases);
        assertThat(model.schema().labels()).containsExactly("HIGH", "NONE");
        assertThat(model.schema().features().get(0).kind().known()).containsExactly("NA", "NONE");
        assertThat(Evaluator.of(model).answers(table(experiment, cases)).rows()).isEqualTo(2);
        assertThat(model.predict(Map.of("risk", Risk.NONE, "x", 1)))
                .isEqualTo(model.predict(Map.of("risk", "NONE", "x", 1)));
    }

    @Test
    void aBooleanOrNumberIsNoMarkEither() {
        Experiment experiment = Experiment.builder()
                .target("outcome")
                .missingMarks(MissingMarks.of(List.of("false", "-999")))
                .column("risk", ColumnPlan.of(new FoundCategories(0, Unseen.ERROR)))
                .dense(1, "sigmoid")
                .training(options -> options.epochs(2))
                .build();
        Model model = model(experiment, new Case(-999, 1, true), new Case(2, 2, false));
        assertThat(model.schema().labels()).containsExactly("false", "true");
        assertThat(model.schema().features().get(0).kind().known()).containsExactly("-999", "2");
        assertThat(model.predict(Map.of("risk", -999, "x", 1)).label()).isIn("false", "true");
    }

    @Test
    void aTextThatIsAMarkIsMissingAsInAFile() {
        Experiment experiment = experiment(MissingPolicy.ERROR, Unseen.ERROR);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> model(experiment, new Case("NONE", 1, "a"), new Case("b", 2, "c")))
                .withMessageContaining("column 'risk' has a missing value here");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> model(experiment, new Case("a", 1, "NONE"), new Case("b", 2, "c")))
                .withMessageContaining("target 'outcome' has a missing label here");
    }

    @Test
    void anUnseenConstantThatReadsLikeAMarkIsUnseenAndNotMissing() {
        Experiment experiment = experiment(MissingPolicy.OWN_CATEGORY, Unseen.ZEROS);
        Model model =
                model(experiment, new Case(null, 1, "a"), new Case(Risk.HIGH, 2, "b"), new Case(Risk.HIGH, 3, "b"));
        Schema schema = model.schema();
        assertThat(schema.rawRow(Map.of("risk", Risk.NONE, "x", 1))[0]).isEqualTo(1);
        assertThat(schema.rawRow(Map.of("risk", "NONE", "x", 1))[0]).isNaN();
        Evaluator evaluator = Evaluator.of(model);
        Table unseen = table(experiment, new Case(Risk.NONE, 1, "a"), new Case("NONE", 1, "b"));
        assertThat(evaluator.answers(unseen).notes().columns()).singleElement().satisfies(note -> {
            assertThat(note.unseen()).isEqualTo(1);
            assertThat(note.filled()).isEqualTo(1);
        });
    }

    @Test
    void nullNaNAndAnEmptyOptionalAreMissing() {
        Experiment experiment = experiment(MissingPolicy.OWN_CATEGORY, Unseen.ZEROS);
        Model model = model(
                experiment,
                new Case(Optional.empty(), 1, "a"),
                new Case(Double.NaN, 1, "b"),
                new Case(Optional.of(Risk.HIGH), 1, Optional.of("a")),
                new Case(OptionalInt.of(3), 1, "b"));
        assertThat(model.schema().features().get(0).kind().known()).containsExactly("3", "HIGH");
        List<Map<String, @Nullable Object>> rows = Arrays.asList(
                Collections.singletonMap("risk", null),
                Collections.singletonMap("risk", Optional.empty()),
                Collections.singletonMap("risk", Float.NaN));
        for (Map<String, @Nullable Object> row : rows) {
            Map<String, @Nullable Object> whole = new HashMap<>(row);
            whole.put("x", OptionalInt.of(1));
            assertThat(model.schema().rawRow(whole)).containsExactly(Float.NaN, 1);
        }
        assertThat(model.schema().rawRow(Map.of("risk", Optional.of(Risk.HIGH), "x", Optional.of(2.0))))
                .containsExactly(1, 2);
    }

    /** Rows that come slowly, for ever. */
    private static <T> Iterable<T> endless(T row) {
        return () -> Stream.generate(() -> {
                    LockSupport.parkNanos(1_000_000);
                    return row;
                })
                .iterator();
    }

    @Test
    @Timeout(600)
    void aTableThatIsCancelledOrWhoseThreadIsInterruptedIsGivenUp() {
        Experiment experiment = experiment(MissingPolicy.ERROR, Unseen.ERROR);
        Map<String, Integer> map = Map.of("x", 1);
        Cancellation cancelled = Cancellation.when(() -> true);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Table.ofMaps(List.of("x"), endless(map), experiment::cellType, cancelled));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Table.ofRecords(
                        endless(new Case(1, 1, 1)),
                        Case.class,
                        MethodHandles.lookup(),
                        experiment::cellType,
                        cancelled));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Table.ofColumns(experiment::cellType)
                        .values("x", new AbstractList<Integer>() {
                            @Override
                            public Integer get(int index) {
                                LockSupport.parkNanos(1_000_000);
                                return index;
                            }

                            @Override
                            public int size() {
                                return Integer.MAX_VALUE - 8;
                            }
                        })
                        .build(cancelled));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Table.ofMaps(List.of("x"), endless(map), experiment::cellType));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aListWithoutRandomAccessIsWalkedOnce() {
        List<Integer> numbers = new LinkedList<>(List.of(1, 2, 3)) {
            private static final long serialVersionUID = 1;

            @Override
            public Integer get(int index) {
                throw new AssertionError("a list that counts from its begin each time");
            }
        };
        Table table =
                Table.ofColumns(name -> CellType.NUMBER).values("x", numbers).build();
        assertThat(table.numbers("x")).containsExactly(1, 2, 3);
    }
}
